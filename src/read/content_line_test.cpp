#include "read/content_line.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

ContentLine only(std::string_view text) {
  ContentLines lines{text};
  auto first = lines.next();
  REQUIRE(first);
  CHECK_FALSE(lines.next());
  return *first;
}

TEST_CASE("a folded line is one line, and says where it stands") {
  std::string_view const text = "A:1\r\nNOTE:one\r\n  two\r\n\tthree\r\n";
  ContentLines lines{text};
  lines.next();
  auto const note = *lines.next();
  CHECK(note.value == "one twothree");
  CHECK(note.line == 2);
  CHECK(text.substr(note.begin, note.end - note.begin) == "one\r\n  two\r\n\tthree");
}

TEST_CASE("a fold may cut a character in two") {
  std::string const cut = "FN:홍\xEA\xB8\r\n \xB8동\r\n"; // 길 is EA B8 B8
  CHECK(only(decode_content(cut)).value == "홍길동");
}

TEST_CASE("groups, parameters, quotes and carets are taken apart") {
  auto const line = only("item1.tel;TYPE=work,voice;X=\"a:b;c\";Y=say ^'hi^'^n:+1 650");
  CHECK(line.group == "item1");
  CHECK(line.name == "TEL");
  CHECK(has_value(line, "TYPE", "voice"));
  CHECK(parameter(line, "X") == "a:b;c");
  CHECK(parameter(line, "Y") == "say \"hi\"\n");
  CHECK(line.value == "+1 650");
}

TEST_CASE("a bare word of vCard 2.1 is given the parameter it belongs to") {
  auto const line = only("TEL;HOME;PREF;QUOTED-PRINTABLE:1");
  CHECK(has_value(line, "TYPE", "home"));
  CHECK(has_value(line, "TYPE", "pref"));
  CHECK(parameter(line, "ENCODING") == "QUOTED-PRINTABLE");
}

TEST_CASE("soft line breaks and charsets of quoted-printable values are undone") {
  auto const line = only("FN;CHARSET=EUC-KR;ENCODING=QUOTED-PRINTABLE:=C0=CC=C0=\r\n=E7=BF=EB\r\n");
  CHECK(plain_value(line) == "이재용");
  CHECK(plain_value(only("NOTE;ENCODING=QUOTED-PRINTABLE:1=3D1 a=\n b")) == "1=1 a b");
}

TEST_CASE("a file in a charset of its own is decoded, line by line where lines say which") {
  CHECK(only(decode_content("FN:\xC0\xCC\xC0\xE7\xBF\xEB")).value == "이재용"); // CP949, unstated
  auto const text = decode_content("N;CHARSET=windows-1251:\xC8\xE2\xE0\xED\nFN;CHARSET=UTF-8:이재용\n");
  ContentLines lines{text};
  CHECK(lines.next()->value == "Иван");
  CHECK(lines.next()->value == "이재용");
}

TEST_CASE("base64 goes on without indentation until a line has a colon") {
  ContentLines lines{"PHOTO;BASE64:AAAA\nBBBB\nCC==\n\nFN:x\n"};
  CHECK(lines.next()->value == "AAAABBBBCC==");
  CHECK(lines.next()->name == "FN");
}

TEST_CASE("a line without a colon has no name and keeps its words") {
  auto const line = only("just words");
  CHECK(line.name.empty());
  CHECK(line.value == "just words");
}

TEST_CASE("all line ends end lines, and counting goes on") {
  ContentLines lines{"A:1\rB:2\r\nC:3\r\r\nD:4\n\nE:5"};
  for (auto const* expected : {"1", "2", "3", "4"})
    CHECK(lines.next()->value == expected);
  auto const last = *lines.next();
  CHECK(last.value == "5");
  CHECK(last.line == 6);
}

TEST_CASE("escaped separators do not separate") {
  CHECK(split_escaped("a\\,b,c", ',').size() == 2);
  CHECK(unescape("a\\,b\\nc\\\\n\\x") == "a,b\nc\\n\\x");
}

TEST_CASE("any text, folded anywhere, unfolds to itself") {
  CHECK(rc::check([] {
    auto const value = *rc::gen::container<std::string>(rc::gen::inRange('!', '~'));
    auto const every = *rc::gen::inRange<std::size_t>(1, 8);
    std::string folded = "X:";
    for (std::size_t i = 0; i < value.size(); i += every)
      folded += value.substr(i, every) + "\r\n ";
    RC_ASSERT(only(folded).value == value);
  }));
}

TEST_CASE("evidence of any bytes lies in the decoded text, and lines come in order") {
  CHECK(rc::check([](std::string const& bytes) {
    auto const text = decode_content(bytes);
    ContentLines lines{text};
    std::size_t before = 0;
    while (auto const line = lines.next()) {
      RC_ASSERT(line->line > before);
      RC_ASSERT(line->begin <= line->end);
      RC_ASSERT(line->end <= text.size());
      before = line->line;
    }
  }));
}

} // namespace
} // namespace attache::read
