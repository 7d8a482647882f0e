#include "read/article/article.h"

#include "read/article/cast.h"
#include "read/article/emit.h"
#include "read/article/page.h"
#include "read/article/scene.h"

namespace attache::read {

namespace {

constexpr std::size_t largest = std::size_t{4} << 20;

using namespace press;

void read_sentences(Story& story) {
  for (std::size_t i = 0; i < story.document.sentences.size(); ++i) {
    auto const& sentence = story.document.sentences[i];
    if (sentence.kind != BlockKind::body)
      continue;
    if (sentence.korean)
      read_korean_events(story, i);
    else
      read_english_events(story, i);
    read_links(story, i);
    read_amounts(story, i);
  }
  for (std::size_t i = 0; i < story.document.sentences.size(); ++i) // after the body: it may show what that tells
    if (story.document.sentences[i].kind == BlockKind::caption)
      read_caption(story, i);
}

} // namespace

Result<ArticleReading> article(std::string_view bytes, std::string_view name, Known const& known) {
  if (bytes.size() > largest)
    return fail(Fault::input, "the article is larger than 4 MiB", std::string{name}, "save the story alone");
  auto document = looks_like_html(bytes) ? from_html(bytes) : from_text(bytes);
  if (!document) {
    document.error().where = name;
    return tl::unexpected(document.error());
  }
  Story story{.document = *std::move(document)};
  lay_out(story.document);
  split_sentences(story.document);
  meet_the_cast(story, known);
  find_mentions(story);
  resolve_references(story);
  read_sentences(story);
  ArticleReading reading{.source = {}, .batch = emit(story)};
  reading.source.kind = "article";
  reading.source.name = name;
  reading.source.title = story.document.title;
  reading.source.publisher = story.document.publisher;
  reading.source.published = story.document.published;
  reading.source.text = std::move(story.document.text);
  return reading;
}

} // namespace attache::read
