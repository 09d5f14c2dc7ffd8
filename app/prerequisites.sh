# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What app/run, tests/run and .ci/run share: the packages they need and how they install and build. Sourced, never run.
# It works with the bash 3.2 of macOS. The caller has set -euo pipefail.

# Debian's names, the same in Debian 12 and Ubuntu 24.04; the variables are for the callers.
# shellcheck disable=SC2034
build_packages='g++ cmake ninja-build qt6-base-dev qt6-networkauth-dev qt6-httpserver-dev qt6-websockets-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n libqt6sql6-sqlite qtkeychain-qt6-dev libssl-dev
    libqrencode-dev libsecret-1-0 ca-certificates'
# shellcheck disable=SC2034
private_session_packages='dbus gnome-keyring fonts-dejavu-core xvfb dunst libnss3-tools'
# Reads the QR pictures of the tests.
# shellcheck disable=SC2034
qr_packages='zbar-tools'
# shellcheck disable=SC2034
style_packages='git clang-format-19 shellcheck'
homebrew_formulas='cmake ninja node qt qtkeychain openssl@3 qrencode zbar'

fail() {
    printf '%s: %s\n' "$0" "$*" >&2
    exit 1
}

# say TEXT: one line of progress.
say() {
    printf '%s\n' "$*"
}

# quietly TITLE NAME COMMAND…: runs COMMAND with its output in build/NAME.log; shows the end of that where COMMAND fails.
quietly() {
    local title=$1 log=$top/build/$2.log
    shift 2
    mkdir -p "$top/build"
    say "$title …"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 40 "$log" >&2
        fail "$title failed. Everything it said is in $log"
    fi
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

missing_debian_packages() {
    local package
    for package in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || printf '%s ' "$package"
    done
}

install_debian_packages() {
    local missing
    missing=$(missing_debian_packages "$@")
    [[ -n $missing ]] || return 0
    [[ $(id -u) -eq 0 ]] || command -v sudo >/dev/null ||
        fail "these packages are missing, and installing them needs root or sudo: $missing"
    [[ $(id -u) -eq 0 ]] || sudo -v || fail "sudo did not let these packages be installed: $missing"
    quietly 'Reading the package lists' apt-update as_root apt-get update
    # shellcheck disable=SC2086 # a list of names
    quietly "Installing $missing" apt-install \
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}

install_homebrew_formulas() {
    command -v brew >/dev/null || fail 'Homebrew is needed to install Qt: see https://brew.sh'
    xcode-select -p >/dev/null 2>&1 || fail 'the compiler is missing: run "xcode-select --install" first'
    local formula missing=''
    for formula in $homebrew_formulas; do
        [[ -d $(brew --prefix)/opt/$formula ]] || missing="$missing $formula"
    done
    # shellcheck disable=SC2086 # a list of names
    [[ -z $missing ]] || quietly "Installing$missing" brew-install brew install $missing
    export CMAKE_PREFIX_PATH=${CMAKE_PREFIX_PATH:-$(brew --prefix)}
    export OPENSSL_ROOT_DIR=${OPENSSL_ROOT_DIR:-$(brew --prefix)/opt/openssl@3}
}

# install_missing PACKAGE…: installs those of Debian's packages that are missing and calls no package manager where none is.
# On macOS the formulas stand for all of them; elsewhere the person is asked to see to it.
install_missing() {
    if [[ $(uname -s) == Darwin ]]; then
        install_homebrew_formulas
    elif command -v dpkg-query >/dev/null; then
        install_debian_packages "$@"
    elif ! command -v cmake >/dev/null; then
        fail "install what Debian calls $* with your package manager, then call this again"
    fi
}

# browser_packages: what loads pages in the tests and photographs them for the tour, where none is there. Ubuntu has Chromium
# as a snap only: there both leave those pages out.
browser_packages() {
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
        ! grep -qs '^ID=debian$' /etc/os-release || echo chromium
}

# node_packages: what runs the server of tests/oidc, where it is not there in some other way.
node_packages() {
    command -v node >/dev/null && command -v npm >/dev/null || echo nodejs npm
}

# install_oidc_server: puts the server of tests/oidc into build/oidc, once for each of its versions: what npm needs of the
# network is fetched here, never during the tests.
install_oidc_server() {
    local folder=$top/build/oidc
    cmp -s "$top/tests/oidc/package-lock.json" "$folder/node_modules/installed.json" && return
    mkdir -p "$folder"
    cp "$top/tests/oidc/package.json" "$top/tests/oidc/package-lock.json" "$folder"
    quietly 'Installing oidc-provider' npm-ci \
        npm ci --prefix "$folder" --omit=dev --ignore-scripts --no-audit --no-fund
    cp "$folder/package-lock.json" "$folder/node_modules/installed.json"
}

# build PRESET TARGET…: configures where that was not done yet or the presets changed, and builds. Ninja itself sees
# changed CMake files and sources.
build() {
    local preset=$1 folder=$top/build/$1 title="Building ($1)"
    shift
    if [[ ! -e $folder/build.ninja || CMakePresets.json -nt $folder/build.ninja ]]; then
        if [[ -z ${CMAKE_CXX_COMPILER_LAUNCHER-} ]] && command -v ccache >/dev/null; then
            export CMAKE_CXX_COMPILER_LAUNCHER=ccache
        fi
        quietly "Configuring ($preset)" configure cmake --preset "$preset"
        title="$title; this takes some minutes the first time"
    fi
    quietly "$title" build cmake --build "$folder" --target "$@"
}

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top" || exit
