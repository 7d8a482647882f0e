#include "read/article/frame.h"
#include "read/article/pattern.h"

#include <algorithm>

namespace attache::read::press {

namespace {

struct Speaker {
  Voice voice = Voice::unspecified;
  std::string name;
};

bool anonymous_words(std::string_view words) {
  static Pattern const pattern{
      R"((?i)\b(insiders?|sources?|officials?|persons?|people|executives|observers?|analysts?|insider|experts?|circles|those familiar|familiar with|close to)\b)"};
  return pattern.found(words);
}

// Who the noun phrase `words` is: a person named in it, an organisation, or nobody by name.
Speaker speaker_in(Story const& story, std::size_t sentence, Span words) {
  auto const& text = story.document.text;
  static Pattern const press{R"((?i)\b(reports?|media|rumou?rs?|local press)\b)"};
  static Pattern const hidden{
      R"((?i)\b(insiders?|sources?|persons?|people|familiar|observers?|analysts?|experts?|circles)\b)"};
  auto const phrase = cut(text, words);
  bool const nameless = hidden.found(phrase);
  Mention const* person = nullptr;
  Mention const* organisation = nullptr;
  for (auto const& m : story.mentions)
    if (m.sentence == sentence && words.holds(m.span) && m.who != nobody)
      (m.thing == Thing::person ? person : organisation) = &m;
  if (person != nullptr && !nameless)
    return {Voice::named, story.people[person->who].name};
  if (organisation != nullptr && !nameless)
    return {Voice::organisation, story.organisations[organisation->who].name};
  static Pattern const office{
      R"(^(?:[Aa]n? |[Tt]he |[Ss]enior )*((?:[A-Z][\w.&-]+ )+)(?:official|spokes\w+|representative)s?\b)"};
  if (auto const body = office.first(text, trim(text, words)); body && !nameless)
    return {Voice::organisation, std::string{cut(text, trim(text, (*body)[1]))}};
  static Pattern const company{
      R"((?i)^\s*(?:the|its|a) (?:company|firm|group|chipmaker|carmaker|automaker|bank|ministry|department|agency|office|presidential office|spokes\w+|embassy|university)\b)"};
  if (company.found(phrase) && !nameless)
    return {Voice::organisation, std::string{cut(text, trim(text, words))}};
  if (nameless || anonymous_words(phrase))
    return {Voice::anonymous, std::string{phrase}};
  return {Voice::unspecified, press.found(phrase) ? std::string{phrase} : std::string{}};
}

Pattern const& impersonal() {
  static Pattern const pattern{
      R"((?i)\bit (?:is|was|has been|had been) (?:also |widely |further )?(?:reported|known|said|understood|believed|rumou?red|learned|alleged|claimed|thought)(?: that)?)"};
  return pattern;
}

Pattern const& hedge() {
  static Pattern const pattern{
      R"((?i)\b(?:reportedly|allegedly|apparently|purportedly|supposedly|(?:is|are|was|were) (?:said|believed|understood|reported|known|thought|rumou?red|alleged) to|reports (?:say|said|suggest)|rumou?rs?|unconfirmed|media reports)\b)"};
  return pattern;
}

// "According to industry sources on the 13th, ..." and "..., according to sources."
std::optional<Attribution> according(Story const& story, std::size_t sentence, Span target) {
  static Pattern const pattern{R"(\b([Aa]ccording to|[Cc]iting) ([^,;.“"]{2,90}))"};
  auto const& text = story.document.text;
  auto const span = story.document.sentences[sentence].span;
  for (auto const& m : pattern.all(text, span)) {
    if (m[0].overlaps(target))
      continue;
    static Pattern const date{R"( (?:on|in) (?:the \d|[A-Z][a-z]+day|[A-Z][a-z]+ \d).*$)"};
    auto phrase = m[2];
    if (auto const tail = date.first(text, phrase))
      phrase.end = (*tail)[0].begin;
    auto const who = speaker_in(story, sentence, trim(text, phrase));
    static Pattern const vague{R"((?i)^(?:\w+ )?(?:reports?|media reports?|rumou?rs?|local media|press reports?))"};
    static Pattern const unnamed{
        R"((?i)^(?:anonymous |unnamed |unidentified |\w+ )?(?:people|persons?|a person|someone|those) (?:familiar|close|with|briefed)|anonym|unnamed|unidentified)"};
    return Attribution{.voice = who.voice,
                       .name = who.name,
                       .cue = std::string{cut(text, m[1])},
                       .hedged = vague.found(cut(text, phrase)) || unnamed.found(cut(text, phrase))};
  }
  return std::nullopt;
}

Pattern const& saying() {
  static Pattern const pattern{
      R"(\b(?:said|says|say|stated|states|told (?:[\w ]{2,40}?)(?=\s(?:that|he|she|they|it|on|in|his|her|at|during|after|before|the)\b|[,.])|told reporters|told|announced|added|adds|explained|noted|commented|confirmed|revealed|disclosed|claimed|analy[sz]ed|emphasi[sz]ed|stressed|wrote|remarked|evaluated|pointed out|argued|reported|reports|insisted|recalled|acknowledged|tweeted|declared)\b)"};
  return pattern;
}

// What is said begins with "that", a comma, a quotation, or at once after the plainest verbs.
bool opens_speech(std::string_view text, Span verb, Span target) {
  static Pattern const plain{R"(^(?:said|says|say|added|adds|told .*|told|claimed|noted|stated|explained|confirmed)$)"};
  static Pattern const linked{R"(^[^.;]{0,60}?(?:\bthat\b|,\s?["“]|:\s?["“]|["“]))"};
  if (verb.end > target.begin)
    return false;
  return plain.found(cut(text, verb)) || linked.first(text, {verb.end, target.begin + 1}).has_value();
}

Span subject_before(std::string_view text, Span sentence, std::size_t verb) {
  static Pattern const chunk{R"(([^,.;:“”"]{1,90}(?:, [^,;:“”"]{1,140},\s?)?)$)"};
  auto const from = std::max(sentence.begin, verb > 240 ? verb - 240 : 0);
  auto const m = chunk.first(text, {from, verb});
  return m ? (*m)[1] : Span{};
}

Span subject_after(std::string_view text, Span sentence, std::size_t verb_end) {
  static Pattern const chunk{R"(^ ([^,.;:“”"]{2,80}))"};
  auto const m = chunk.first(text, {verb_end, sentence.end});
  return m ? (*m)[1] : Span{};
}

std::optional<Attribution> speech(Story const& story, std::size_t sentence, Span target) {
  auto const& text = story.document.text;
  auto const span = story.document.sentences[sentence].span;
  std::optional<Attribution> best;
  for (auto const& m : saying().all(text, span)) {
    auto const verb = m[0];
    if (verb.overlaps(target))
      continue;
    bool const after = verb.end <= target.begin && opens_speech(text, verb, target);
    static Pattern const tail{R"([,”"]\s*[”"]?[^,.;”"]{0,80}$)"};
    static Pattern const closing{R"(^(?!\s?(?:that|reporters|an?|the)\b)[^“"]{0,70}$)"};
    bool const before = target.end <= verb.begin && tail.first(text, {target.end, verb.begin}).has_value() &&
                        closing.first(text, {verb.end, span.end}).has_value();
    if (!after && !before)
      continue;
    auto const left = subject_before(text, span, verb.begin);
    auto who = speaker_in(story, sentence, left);
    if (before && who.voice == Voice::unspecified && who.name.empty())
      who = speaker_in(story, sentence, subject_after(text, span, verb.end));
    bool const press = who.voice == Voice::unspecified && !who.name.empty(); // "local media reported"
    if (who.voice != Voice::unspecified || press)
      best = Attribution{
          .voice = who.voice, .name = who.name, .cue = std::string{cut(text, trim(text, verb))}, .hedged = press};
    if (best && before)
      return best;
  }
  return best;
}

// [Masayoshi Son/SoftBank Group Chairman: "..."]: what stands in the quotation is his.
std::optional<Attribution> sound_bite(Story const& story, std::size_t sentence, Span target) {
  auto const span = story.document.sentences[sentence].span;
  auto const& text = story.document.text;
  if (span.empty() || text[span.begin] != '[')
    return std::nullopt;
  auto const quotation = quotation_around(text, span, target.begin);
  if (quotation == span)
    return std::nullopt;
  auto const who = speaker_in(story, sentence, {span.begin, quotation.begin});
  return Attribution{.voice = who.voice, .name = who.name, .cue = {}, .hedged = false};
}

} // namespace

Attribution english_attribution(Story const& story, std::size_t sentence, Span target) {
  auto const& text = story.document.text;
  auto const span = story.document.sentences[sentence].span;
  if (auto const m = impersonal().first(text, span); m && (*m)[0].end <= target.end)
    return {.voice = Voice::unspecified, .name = {}, .cue = std::string{cut(text, (*m)[0])}, .hedged = true};
  auto by = according(story, sentence, target);
  if (!by)
    by = sound_bite(story, sentence, target);
  if (!by)
    by = speech(story, sentence, target);
  if (auto const m = hedge().first(text, span)) {
    auto const cue = std::string{cut(text, (*m)[0])};
    if (!by)
      return {.voice = Voice::unspecified, .name = {}, .cue = cue, .hedged = true};
    by->hedged = true;
  }
  return by ? *by : Attribution{.voice = Voice::narrator, .name = {}, .cue = {}, .hedged = false};
}

namespace {

struct Cues {
  Pattern denied{
      R"((?i)\b(?:did not|didn['’]t|has not|have not|had not|hasn['’]t|haven['’]t|hadn['’]t|never|was not|were not|wasn['’]t|not|nor|no|without|declin(?:ed|es|ing) to|refus(?:ed|es|ing)(?: to)?|fail(?:ed|s|ing) to|denied|denies|deny|denying|dismissed|refuted|rejected|neither)\b)"};
  Pattern cancelled{
      R"((?i)\b(?:cancel+(?:ed|ing|ation)?|call(?:ed|ing) off|scrapp(?:ed|ing)|postpon(?:ed|ing)|shelv(?:ed|ing)|abandon(?:ed|ing)|fell through|(?:did|does|would|will) not (?:take place|happen|materiali[sz]e)|pulled out of|withdr[ae]w from)\b)"};
  Pattern possible{
      R"((?i)\b(?:may|might|could|can|possibly|potentially|perhaps|probably|hop(?:es|ed|ing)|seek(?:s|ing)?|sought|consider(?:s|ed|ing)?|want(?:s|ed|ing)?|would like|interested in|likely|unlikely|possible|potential|possibility|chance|request(?:ed|s|ing)?|ask(?:ed|s|ing)? (?:to|for)|invit(?:ed|es|ing|ation)|propos(?:ed|es|ing|al)|call(?:ed|s|ing) for|push(?:ed|es|ing) for|rumou?r(?:ed|s)?|speculat\w+|in talks (?:to|about)|try(?:ing)?|tried|attempt\w*|aim(?:s|ed|ing)? to|if|whether|unless|should|were to|in case|would have|wish\w*|eager|keen|open to|willing|offer(?:ed|s)?|suggest(?:ed|s|ing)?|urg(?:ed|es|ing)|imagin\w+|pretend\w*)\b)"};
  Pattern planned{
      R"((?i)\b(?:will|would|shall|is to|are to|was to|were to|be to|plan(?:s|ned|ning)?|schedul(?:ed|es|ing)|set to|due to|slated|expect(?:ed|s|ing)?|going to|agree(?:d|s)? to|prepar(?:e|es|ed|ing)|upcoming|ahead of|to be|intend(?:s|ed)?|about to|arrang(?:ed|es|ing)|promis(?:ed|es)|vow(?:ed|s)|forthcoming|next|tomorrow|before|for|to|anticipat\w+|decid(?:ed|es) to|look(?:s|ing)? to|pending|awaiting|until)\b|['’]ll\b)"};
};

Cues const& cues() {
  static Cues const all;
  return all;
}

// A happening whose clause has no modal, negation or plan before its past verb.
Realis past_form(std::string_view text, Span left, Span sentence, std::size_t trigger) {
  static Pattern const near_not{
      R"((?i)\b(?:not|never|n['’]t|no|nor|neither|nobody|without|hardly|barely|rarely|seldom|scarcely|yet to)(?: \w+){0,2}\s*$)"};
  static Pattern const near_modal{
      R"((?i)\b(?:would|could|might|may|should|must|will|almost|nearly|seemingly|ostensibly|presumably|probably|perhaps|maybe|likely)(?: \w+){0,3}\s*$)"};
  static Pattern const governed{R"((?i)\b(?:denied|denies|deny|denying|dismiss(?:ed|es)|refuted|rejected)\b[^.;]*$)"};
  static Pattern const doubtful{
      R"((?i)\b(?:if|whether|unless|would have|claims?|believes?|believed|thinks?|suspect(?:s|ed)?|joke[sd]?|dream(?:ed|t|s)?|pretend(?:ed|s)?|guess(?:ed|es)?|assum(?:e|es|ed)|suggest(?:s|ed)?|imagin(?:e|es|ed)|impl(?:y|ies|ied)|hint(?:s|ed)?|rumou?rs?|speculat\w+|unconfirmed|as if|as though|suppose|imagine|wish(?:es|ed)?|hop(?:es|ed|ing)|expect(?:s|ed|ing)?|(?:scheduled|due|planned|supposed|set|slated|expected) to have)\b[^.;]*$)"};
  static Pattern const fell_through{
      R"((?i)\b(?:was|were|been|got|being|be) (?:later |then )?(?:cancel+ed|called off|scrapped|postponed)|did not take place)"};
  if (near_not.first(text, left))
    return Realis::denied;
  if (near_modal.first(text, left))
    return Realis::possible;
  static Pattern const hearsay{
      R"((?i)\b(?:is|are|was|were|been) (?:\w+ )?(?:said|believed|understood|reported|known|thought|alleged|rumou?red) to have(?: \w+){0,2}\s*$)"};
  static Pattern const infinitive{R"((?i)\bto (?:have|be)(?: \w+){0,2}\s*$)"};
  static Pattern const told_of{
      R"((?i)\b(?:reports?|claims?|claimed|allegations?|suggestions?|gossip|stories|word) (?:that|of)\b[^.;]*$)"};
  Span const before{sentence.begin, trigger};
  if (hearsay.first(text, left))
    return Realis::reported;
  if (infinitive.first(text, left))
    return Realis::possible;
  if (governed.first(text, before))
    return Realis::denied;
  static Pattern const unsure{
      R"((?i)\b(?:play(?:ed|s|ing)? down|downplay(?:ed|s)?|declin(?:ed|es) to|refus(?:ed|es) to|neither|asked about|speculation|unclear|not known|no evidence|question(?:ed|s))\b[^.;]*$)"};
  if (unsure.first(text, before))
    return Realis::possible;
  if (told_of.first(text, before))
    return Realis::reported;
  if (doubtful.first(text, before))
    return Realis::possible;
  static Pattern const denies_after{R"((?i)\b(?:but|though|although|which|while)\b[^.]*\b(?:denied|denies|deny)\b)"};
  if (denies_after.first(text, {trigger, sentence.end}))
    return Realis::denied;
  return fell_through.first(text, {trigger, sentence.end}) ? Realis::cancelled : Realis::asserted;
}

// The strongest word before a base form, gerund or noun.
Realis from_cues(std::string_view text, Span left, Realis otherwise) {
  if (cues().cancelled.first(text, left))
    return Realis::cancelled;
  if (cues().denied.first(text, left))
    return Realis::denied;
  if (cues().possible.first(text, left))
    return Realis::possible;
  return cues().planned.first(text, left) ? Realis::planned : otherwise;
}

Realis noun_form(std::string_view text, Span left, Span sentence, Span trigger) {
  static Pattern const light{
      R"((?i)\b(?:had|held|hosted|attended|joined|finished|concluded|wrapped up|ended|completed|kicked off|took part in|sat in on|emerged from|came out of|left)\s(?:[\w'’-]+\s){0,4}$)"};
  static Pattern const during{
      R"((?i)\b(?:after|during|at|in|following|from|since|on the sidelines of)\s(?:[\w'’.-]+\s){0,4}$)"};
  static Pattern const copula{R"((?i)\b(?:was|were|included|featured|saw)\s(?:[\w'’-]+\s){0,4}$)"};
  static Pattern const possessive_met{R"((?i)\b(?:among|one of|highlight)\b.*\b(?:his|her|their)\s(?:[\w-]+\s){0,2}$)"};
  static Pattern const kill{
      R"((?i)\b(?:planned|scheduled|proposed|upcoming|possible|potential|expected|cancel+ed|requested|postponed|future|next|hoped-for|hypothetical)\s(?:[\w'’-]+\s){0,3}$)"};
  static Pattern const later_cancel{
      R"((?i)\b(?:cancel+ed|called off|scrapped|postponed|fell through|did not (?:take place|happen))\b)"};
  if (later_cancel.first(text, sentence))
    return Realis::cancelled;
  auto const weak = from_cues(text, left, Realis::asserted);
  if (kill.first(text, left))
    return weak == Realis::asserted ? Realis::planned : weak;
  static Pattern const future_after{
      R"((?i)\b(?:will|would|is to|are to|is set|are set|is scheduled|is due|is expected|next week|next month|tomorrow|may|might|could)\b)"};
  if (future_after.first(text, {trigger.end, sentence.end}))
    return weak == Realis::asserted ? Realis::planned : weak;
  bool const told = light.first(text, left) || during.first(text, left) || copula.first(text, left) ||
                    possessive_met.first(text, left);
  static Pattern const modal{
      R"((?i)\b(?:may|might|could|would|will|shall|should|hop\w+|seek\w*|sought|plan\w*|schedul\w+|expect\w*|slated|due|propos\w+|request\w*|consider\w*|want\w*|possible|potential|if|whether|not|n['’]t|never|no|denied|den(?:y|ies)|ahead of|before|cancel\w*|prepar\w+|agree[ds]?|arrang\w+|invit\w+|rumou?r\w*|intend\w*|to (?:hold|have|host|attend|discuss))\b)"};
  if (!told || modal.first(text, left))
    return weak == Realis::asserted ? Realis::possible : weak;
  return past_form(text, left, sentence, trigger.begin);
}

} // namespace

Realis english_realis(std::string_view text, Span sentence, std::size_t clause, Span trigger) {
  static Pattern const past{
      R"(^(?:met|had|held|dined|lunched|sat|spoke|talked|shook|shared|ate|enjoyed|conferred|huddled|exchanged|visited|toured|arrived|landed|came|returned|flew|travel+ed|went|headed|departed|left|hosted|welcomed|received|greeted|attended|joined|participated|took|embarked|touched|discussed|agreed|gathered|chatted|spent|saw|got|jetted|made|crossed|traversed|interacted|accompanied|paid|played|toasted|reunited|convened|signed|ended|finished|completed|wrapped|began|kicked|set|started|delivered|spoken)\b)"};
  static Pattern const base{
      R"(^(?:pay|meet|have|hold|dine|sit|speak|talk|visit|tour|travel|fly|head|attend|join|host|arrive|return|depart|leave|receive|welcome|exchange|discuss|see|make|go|come|participate|take)\b)"};
  static Pattern const present{
      R"(^(?:pays|hosts|welcomes|meets|has|holds|dines|sits|visits|tours|travels|flies|heads|attends|joins|hosts|arrives|returns|departs|leaves|sees|makes|goes|comes)\b)"};
  auto const words = cut(text, trigger);
  Span const left{std::min(clause, trigger.begin), trigger.begin};
  bool const question = sentence.size() > 0 && text[sentence.end - 1] == '?';
  static Pattern const inverted{R"(^["“]?(?:Had|Were|Should) )"};
  if (question || inverted.first(text, sentence))
    return Realis::possible;
  if (past.found(words))
    return past_form(text, left, sentence, trigger.begin);
  if (present.found(words))
    return from_cues(text, left, Realis::planned);
  if (base.found(words)) {
    static Pattern const managed{R"((?i)\b(?:managed|was able|were able|got|went on|helped) to $)"};
    if (managed.first(text, left) && from_cues(text, {left.begin, left.end - std::min<std::size_t>(left.size(), 3)},
                                               Realis::asserted) == Realis::asserted)
      return Realis::asserted;
    return from_cues(text, left, Realis::possible);
  }
  static Pattern const gerund{
      R"(^(?:meeting|having|holding|dining|visiting|touring|exchanging|speaking|attending|travel+ing|flying|returning|arriving|hosting|seeing|leaving)\b(?! with| between))"};
  static Pattern const gerund_cue{
      R"((?i)\b(?:after|by|while|when|upon|since|spent|time(?: \w+){0,4} to|began|kept|started)\s(?:\w+\s)?$)"};
  if (gerund.found(words) || words.starts_with("exchanging")) {
    static Pattern const devoted{R"((?i)\b(?:devot|spent|dedicat|gave|time to)\w*\b)"};
    bool const told = gerund_cue.first(text, left).has_value() || devoted.first(text, left).has_value();
    static Pattern const modal{
        R"((?i)\b(?:will|would|may|might|could|plan\w*|hop\w+|expect\w*|not|never|n['’]t|if|whether|before|without|ahead of|instead of|consider\w*|denied|due|schedul\w+|seek\w*|want\w*)\b)"};
    return told && !modal.first(text, {sentence.begin, trigger.begin}) ? Realis::asserted
                                                                       : from_cues(text, left, Realis::possible);
  }
  return noun_form(text, left, sentence, trigger);
}

} // namespace attache::read::press
