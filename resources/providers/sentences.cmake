# SPDX-License-Identifier: GPL-3.0-or-later
# lupdate does not read JSON. This writes the texts of provider files and of the catalogue of errors into a C++ source
# that it does read, so that they are translated like the rest, in the contexts "Provider" and "KnownError".

# A text of the JSON in `json`, escaped for C++, as one more line of `lines`; nothing where there is no such text.
macro(tokendesk_add_sentence context)
  string(JSON text ERROR_VARIABLE missing GET "${json}" ${ARGN})
  if(missing)
    set(text "")
  endif()
  string(REPLACE "\\" "\\\\" text "${text}")
  string(REPLACE "\"" "\\\"" text "${text}")
  set(line "    QT_TRANSLATE_NOOP(\"${context}\", \"${text}\"),\n")
  string(FIND "${lines}" "${line}" known)
  if(known EQUAL -1 AND NOT text STREQUAL "")
    string(APPEND lines "${line}")
  endif()
endmacro()

# Generates `output` from the catalogue of errors and the provider files given behind it, now and again whenever one of
# them changes.
function(tokendesk_sentences output errors)
  set(lines "")
  foreach(file IN LISTS ARGN)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    file(READ "${file}" json)
    tokendesk_add_sentence(Provider name)
    foreach(list IN ITEMS scopes presets elsewhere calls)
      string(JSON count ERROR_VARIABLE missing LENGTH "${json}" ${list})
      if(NOT missing STREQUAL "NOTFOUND" OR count EQUAL 0)
        continue()
      endif()
      math(EXPR last "${count} - 1")
      foreach(index RANGE ${last})
        tokendesk_add_sentence(Provider ${list} ${index} title)
        tokendesk_add_sentence(Provider ${list} ${index} sentence)
      endforeach()
    endforeach()
  endforeach()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${errors}")
  file(READ "${errors}" json)
  string(JSON count LENGTH "${json}" errors)
  math(EXPR last "${count} - 1")
  foreach(index RANGE ${last})
    foreach(key cause mend mendAtFacebook)
      tokendesk_add_sentence(KnownError errors ${index} ${key})
    endforeach()
  endforeach()
  file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT [=[
// SPDX-License-Identifier: GPL-3.0-or-later
// Generated from resources/providers and resources/errors by resources/providers/sentences.cmake
#include <QtGlobal>

[[maybe_unused]] static const char *const providerSentences[] = {
@lines@};
]=])
endfunction()
