# Installs into ${STAGE} as a packager would (DESTDIR) and looks at the result as a desktop and a user would.
cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${STAGE}" RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${ARGN} failed (${code}):\n${out}${err}")
  endif()
  set(output "${out}" PARENT_SCOPE)
endfunction()

function(expect_contains file text)
  file(READ "${file}" content)
  string(FIND "${content}" "${text}" found)
  if(found EQUAL -1)
    message(FATAL_ERROR "${file} does not say: ${text}")
  endif()
endfunction()

file(REMOVE_RECURSE "${STAGE}")
file(MAKE_DIRECTORY "${STAGE}")
run(${CMAKE_COMMAND} -E env DESTDIR=${STAGE} ${CMAKE_COMMAND} --install "${BUILD}" --prefix /usr)

foreach(file
    bin/lintel share/applications/lintel.desktop share/mime/packages/lintel.xml
    share/icons/hicolor/scalable/apps/lintel.svg share/man/man1/lintel.1)
  if(NOT EXISTS "${STAGE}/usr/${file}")
    message(FATAL_ERROR "${file} is not installed")
  endif()
endforeach()

# The names by which the parts find each other.
expect_contains("${STAGE}/usr/share/applications/lintel.desktop" "MimeType=application/x-lintel+yaml;")
expect_contains("${STAGE}/usr/share/applications/lintel.desktop" "Icon=lintel\n")
expect_contains("${STAGE}/usr/share/mime/packages/lintel.xml" "<mime-type type=\"application/x-lintel+yaml\">")
expect_contains("${STAGE}/usr/share/mime/packages/lintel.xml" "*.lintel.yaml")

# The installed program, from a folder that knows nothing of the sources; the manual names all its commands.
set(lintel "${STAGE}/usr/bin/lintel")
run("${lintel}" templates --names)
string(REGEX MATCHALL "[^\n]+" templates "${output}")
foreach(template IN LISTS templates)
  set(example "${STAGE}/usr/share/lintel/examples/${template}.lintel.yaml")
  run("${lintel}" check --fail-on never "${example}")
endforeach()
run("${lintel}" export "${example}" -t png -o "${STAGE}/example.png")
run("${lintel}" --lang en --help)
string(REGEX MATCHALL "\n  [a-z]+ " commands "${output}")
list(LENGTH commands count)
if(count LESS 9)
  message(FATAL_ERROR "no commands in:\n${output}")
endif()
foreach(command IN LISTS commands)
  string(STRIP "${command}" command)
  expect_contains("${STAGE}/usr/share/man/man1/lintel.1" ".BR ${command} ")
endforeach()

# What desktops and manual readers say of these files, where such a tool is installed.
find_program(desktop_check desktop-file-validate)
if(desktop_check)
  run("${desktop_check}" "${STAGE}/usr/share/applications/lintel.desktop")
endif()
find_program(xml_check xmllint)
if(xml_check)
  run("${xml_check}" --noout "${STAGE}/usr/share/mime/packages/lintel.xml")
endif()
