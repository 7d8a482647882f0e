# Build vocabulary for attache: a module is a folder under src/, its tests sit beside it.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON) # every header must compile alone

option(ATTACHE_WERROR "warnings are errors" OFF)
option(ATTACHE_TESTS "build tests" ON)
option(ATTACHE_FUZZ "build libFuzzer targets (clang)" OFF)
set(ATTACHE_SANITIZE "" CACHE STRING "e.g. address,undefined or thread")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(attache_flags INTERFACE)
target_compile_options(attache_flags INTERFACE
  -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # false alarms in std::string, GCC bug 105651
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations> # inside libstdc++ 12: std::stable_sort's buffer
  $<$<BOOL:${ATTACHE_WERROR}>:-Werror>)
if(ATTACHE_SANITIZE)
  target_compile_options(attache_flags INTERFACE -fsanitize=${ATTACHE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(attache_flags INTERFACE -fsanitize=${ATTACHE_SANITIZE})
endif()
if(ATTACHE_TESTS)
  find_package(doctest REQUIRED)
  find_package(rapidcheck REQUIRED)
  include(doctest)
  add_library(test_main OBJECT tests/main.cpp)
  target_link_libraries(test_main PUBLIC doctest::doctest rapidcheck)
endif()

# attache_module(path/of/module DEPS a b c): src/<path>/*.{h,cpp} minus *_test.cpp, plus a test binary.
function(attache_module path)
  cmake_parse_arguments(m "" "" "DEPS" ${ARGN})
  string(REPLACE / _ name ${path})
  file(GLOB headers CONFIGURE_DEPENDS src/${path}/*.h)
  file(GLOB sources CONFIGURE_DEPENDS src/${path}/*.cpp)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER headers EXCLUDE REGEX "_test\\.h$")

  if(sources)
    add_library(${name} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(${name} PRIVATE attache_flags)
  else()
    add_library(${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  if(headers)
    target_sources(${name} ${scope} FILE_SET HEADERS BASE_DIRS src FILES ${headers})
  endif()
  target_link_libraries(${name} ${scope} ${m_DEPS})
  string(REPLACE ";" " " deps "${m_DEPS}")
  set_property(GLOBAL APPEND_STRING PROPERTY ATTACHE_LAYERS "${path}: ${deps}\n")

  if(tests AND ATTACHE_TESTS)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE ${name} attache_flags test_main)
    doctest_discover_tests(${name}_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} TEST_PREFIX "${path}: ")
  endif()
endfunction()

# The include graph must be a subset of the DEPS above.
function(attache_check_layers)
  get_property(layers GLOBAL PROPERTY ATTACHE_LAYERS)
  file(WRITE ${CMAKE_BINARY_DIR}/layers.txt "${layers}")
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  add_test(NAME layers COMMAND Python3::Interpreter tools/check_layers.py ${CMAKE_BINARY_DIR}/layers.txt
           WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()

# Each tests/golden/cli/NAME.cmd runs; its output must equal NAME.out (UPDATE_GOLDEN=1 rewrites).
function(attache_golden_tests dir)
  file(GLOB cases CONFIGURE_DEPENDS ${dir}/*.cmd)
  foreach(case ${cases})
    get_filename_component(name ${case} NAME_WE)
    add_test(NAME golden.${name} COMMAND ${CMAKE_SOURCE_DIR}/tools/golden ${case} $<TARGET_FILE:attache>
             WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endforeach()
endfunction()

function(attache_fuzzer name)
  cmake_parse_arguments(f "" "" "LIBS" ${ARGN})
  add_executable(fuzz_${name} fuzz/${name}.cpp)
  target_link_libraries(fuzz_${name} PRIVATE ${f_LIBS} attache_flags)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  set(found ${CMAKE_BINARY_DIR}/corpus/${name}) # libFuzzer writes here, never into the repository
  file(MAKE_DIRECTORY ${found})
  add_test(NAME fuzz.${name} COMMAND fuzz_${name} -max_total_time=5 -max_len=4096 ${found} ${CMAKE_SOURCE_DIR}/fuzz/corpus/${name})
endfunction()
