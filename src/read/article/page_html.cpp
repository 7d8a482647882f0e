#include "base/unicode.h"
#include "read/article/page.h"
#include "read/article/pattern.h"

#include <algorithm>
#include <libxml/HTMLparser.h>
#include <map>
#include <memory>

namespace attache::read::press {

namespace {

using Tree = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

std::string tag(xmlNode const* node) {
  return node->type == XML_ELEMENT_NODE ? lower(reinterpret_cast<char const*>(node->name)) : std::string{};
}

std::string attribute(xmlNode const* node, char const* name) {
  for (auto const* a = node->properties; a != nullptr; a = a->next)
    if (lower(reinterpret_cast<char const*>(a->name)) == name && a->children != nullptr &&
        a->children->content != nullptr)
      return reinterpret_cast<char const*>(a->children->content);
  return {};
}

bool skipped(xmlNode const* node) {
  static Words const tags{
      "script|style|noscript|nav|aside|footer|form|button|select|option|iframe|svg|template|head|textarea|input"};
  static Pattern const marks{
      R"((?i)\b(?:nav|menu|sidebar|footer|comments?|share|social|related|recommend|promo|advert|ads?|banner|breadcrumb|newsletter|subscribe|cookie|popup|modal|pagination|toolbar|outbrain|taboola|hidden)\b)"};
  if (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE || node->type == XML_DTD_NODE)
    return true;
  if (node->type != XML_ELEMENT_NODE)
    return false;
  auto const name = tag(node);
  if (tags.has(name) || attribute(node, "aria-hidden") == "true" || attribute(node, "role") == "navigation")
    return true;
  auto const marked = attribute(node, "class") + " " + attribute(node, "id");
  return name != "body" && name != "html" && name != "article" && name != "main" && marked.size() > 1 &&
         marks.found(marked);
}

bool block(std::string const& name) {
  static Words const tags{"p|div|section|article|main|header|h1|h2|h3|h4|h5|h6|li|ul|ol|table|tr|td|th|blockquote|"
                          "figure|figcaption|br|hr|dl|dt|dd|pre|address|center|body|html"};
  return tags.has(name);
}

// Every node below `root` in document order, skipped subtrees left out. Iterative: a page may be deep.
template <class Enter, class Leave>
void walk(xmlNode* root, Enter enter, Leave leave) {
  auto* node = root;
  while (node != nullptr) {
    bool const into = node == root || !skipped(node);
    if (into)
      enter(node);
    if (into && node->children != nullptr && node->type == XML_ELEMENT_NODE) {
      node = node->children;
      continue;
    }
    if (into)
      leave(node);
    while (node != root && node->next == nullptr) {
      node = node->parent;
      leave(node);
    }
    if (node == root)
      return;
    node = node->next;
  }
}

struct Weight {
  std::size_t text = 0, link = 0;
};

// How much running text each element holds: readability's idea, a paragraph counts for its parent and half for the
// element above that.
std::map<xmlNode*, double> scores(xmlNode* root) {
  std::map<xmlNode*, Weight> weights;
  int links = 0;
  walk(
      root,
      [&](xmlNode* node) {
        links += tag(node) == "a" ? 1 : 0;
        if (node->type != XML_TEXT_NODE || node->content == nullptr)
          return;
        auto const length = squeeze(reinterpret_cast<char const*>(node->content)).size();
        auto* holder = node->parent;
        while (holder != nullptr && holder != root && !block(tag(holder)))
          holder = holder->parent;
        weights[holder].text += length;
        weights[holder].link += links > 0 ? length : 0;
      },
      [&](xmlNode* node) { links -= tag(node) == "a" ? 1 : 0; });
  std::map<xmlNode*, double> found;
  for (auto const& [node, weight] : weights) {
    if (node == nullptr || weight.text < 40 || weight.link * 2 > weight.text)
      continue;
    auto const value = static_cast<double>(weight.text - weight.link);
    found[node] += tag(node) == "p" ? 0 : value * 0.6;
    if (node != root && node->parent != nullptr) {
      found[node->parent] += value;
      if (node->parent != root && node->parent->parent != nullptr)
        found[node->parent->parent] += value * 0.5;
    }
  }
  return found;
}

xmlNode* main_content(xmlNode* root) {
  auto* best = root;
  double most = 0;
  for (auto const& [node, score] : scores(root)) {
    auto const name = tag(node);
    auto const weighed = score * (name == "article" || name == "main" ? 1.3 : 1);
    if (weighed > most) {
      most = weighed;
      best = node;
    }
  }
  return best;
}

std::string lines(xmlNode* root) {
  std::string text, line;
  auto const flush = [&] {
    if (auto const words = squeeze(line); !words.empty())
      text += words + "\n\n";
    line.clear();
  };
  walk(
      root,
      [&](xmlNode* node) {
        if (node->type == XML_TEXT_NODE && node->content != nullptr)
          line += reinterpret_cast<char const*>(node->content);
        else if (block(tag(node)))
          flush();
      },
      [&](xmlNode* node) {
        if (block(tag(node)))
          flush();
      });
  flush();
  return text;
}

// Charset stated in the first bytes: <meta charset=euc-kr>, <meta ... content="text/html; charset=...">.
std::string stated_charset(std::string_view bytes) {
  static Pattern const pattern{R"((?i)<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40}))"};
  std::string head{bytes.substr(0, 4096)};
  for (auto& c : head)
    c = static_cast<unsigned char>(c) < 0x80 ? c : '?';
  auto const m = pattern.first(head, {0, head.size()});
  auto const name = m ? lower(cut(head, (*m)[1])) : std::string{};
  return name == "ks_c_5601-1987" || name == "euc-kr" ? "cp949" : name;
}

std::string to_utf8(std::string_view bytes) {
  auto const charset = stated_charset(bytes);
  if (!charset.empty() && !(charset == "utf-8" && !is_utf8(bytes)))
    if (auto text = decode(bytes, charset))
      return *std::move(text);
  return decode_unstated(bytes).text;
}

void read_meta(xmlNode* node, Document& document, std::string& headline) {
  auto key = attribute(node, "property");
  if (key.empty())
    key = attribute(node, "name");
  if (key.empty())
    key = attribute(node, "itemprop");
  key = lower(key);
  auto const content = squeeze(nfc(attribute(node, "content")));
  static Words const dates{
      "article:published_time|datepublished|og:published_time|pubdate|publishdate|date|dc.date|dc.date.issued|sailthru."
      "date|parsely-pub-date|publish-date|article.published|originalpublicationdate"};
  if (dates.has(key) && !document.published.known())
    document.published = stated_day(content);
  if (key == "og:site_name" && document.publisher.empty())
    document.publisher = content;
  if (key == "og:title" && headline.empty())
    headline = content;
}

void read_json_ld(std::string_view json, Document& document) {
  static Pattern const published{R"~("(?:datePublished|dateCreated)"\s*:\s*"([^"]{8,40})")~"};
  static Pattern const publisher{R"~("publisher"\s*:\s*\{[^{}]{0,200}?"name"\s*:\s*"([^"\\]{2,80})")~"};
  if (auto const m = published.first(json, {0, json.size()}); m && !document.published.known())
    document.published = stated_day(cut(json, (*m)[1]));
  if (auto const m = publisher.first(json, {0, json.size()}); m && document.publisher.empty())
    document.publisher = squeeze(nfc(cut(json, (*m)[1])));
}

// Every element, none skipped: metadata lives where text does not.
void read_head(xmlNode* root, Document& document, std::string& headline) {
  std::string title, heading;
  auto* node = root;
  while (node != nullptr) {
    auto const name = tag(node);
    if (name == "meta")
      read_meta(node, document, headline);
    auto const* content = node->children != nullptr ? node->children->content : nullptr;
    auto const words = content == nullptr ? std::string{} : std::string{reinterpret_cast<char const*>(content)};
    if (name == "script" && attribute(node, "type") == "application/ld+json")
      read_json_ld(words, document);
    if (name == "title" && title.empty())
      title = squeeze(words);
    if (name == "time" && !document.published.known())
      document.published = stated_day(attribute(node, "datetime"));
    if (node->children != nullptr && node->type == XML_ELEMENT_NODE) {
      node = node->children;
      continue;
    }
    while (node != nullptr && node != root && node->next == nullptr)
      node = node->parent;
    if (node == nullptr || node == root)
      break;
    node = node->next;
  }
  if (headline.empty())
    headline = title;
}

} // namespace

Result<Document> from_html(std::string_view bytes) {
  auto const text = to_utf8(bytes);
  Tree const tree(htmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                     HTML_PARSE_COMPACT),
                  &xmlFreeDoc);
  auto* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  if (root == nullptr)
    return fail(Fault::input, "the page has no content");
  Document document;
  std::string headline;
  read_head(root, document, headline);
  auto body = nfc(lines(main_content(root)));
  if (squeeze(body).empty())
    return fail(Fault::input, "the page has no text");
  auto const first = squeeze(std::string_view{body}.substr(0, std::min(body.size(), body.find('\n'))));
  document.title = headline.empty() ? first : headline;
  document.text = headline.empty() || first == headline ? std::move(body) : headline + "\n\n" + body;
  return document;
}

} // namespace attache::read::press
