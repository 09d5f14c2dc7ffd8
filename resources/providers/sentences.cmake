# SPDX-License-Identifier: GPL-3.0-or-later
# lupdate does not read JSON. This writes the texts of provider files into a C++ source that it does read, so that they
# are translated like the rest, in the context "Provider".

# A text of the JSON in `value`, escaped for C++, as one more line of `lines`.
macro(tokendesk_add_sentence)
  string(JSON text GET "${json}" ${ARGN})
  string(REPLACE "\\" "\\\\" text "${text}")
  string(REPLACE "\"" "\\\"" text "${text}")
  set(line "    QT_TRANSLATE_NOOP(\"Provider\", \"${text}\"),\n")
  string(FIND "${lines}" "${line}" known)
  if(known EQUAL -1)
    string(APPEND lines "${line}")
  endif()
endmacro()

# Generates `output` from the provider files given behind it, now and again whenever one of them changes.
function(tokendesk_provider_sentences output)
  set(lines "")
  foreach(file IN LISTS ARGN)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    file(READ "${file}" json)
    tokendesk_add_sentence(name)
    string(JSON count LENGTH "${json}" scopes)
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
      tokendesk_add_sentence(scopes ${index} title)
      tokendesk_add_sentence(scopes ${index} sentence)
    endforeach()
  endforeach()
  file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT [=[
// SPDX-License-Identifier: GPL-3.0-or-later
// Generated from resources/providers by resources/providers/sentences.cmake
#include <QtGlobal>

[[maybe_unused]] static const char *const providerSentences[] = {
@lines@};
]=])
endfunction()
