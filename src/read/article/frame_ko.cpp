#include "read/article/frame.h"

#include "base/unicode.h"
#include "read/article/pattern.h"

#include <algorithm>

namespace attache::read::press {

namespace {

struct Speaker {
  Voice voice = Voice::unspecified;
  std::string name;
};

Speaker speaker_in(Story const& story, std::size_t sentence, Span words) {
  static Pattern const nameless{
      R"(업계|재계|소식통|관계자|전문가|익명|일각|시장|정치권|외교가|법조계|학계|당국자|측근|내부자)"};
  static Pattern const press{R"(외신|보도|언론|매체|소문|풍문)"};
  auto const& text = story.document.text;
  auto const phrase = cut(text, words);
  Mention const* person = nullptr;
  Mention const* organisation = nullptr;
  for (auto const& m : story.mentions)
    if (m.sentence == sentence && words.holds(m.span) && m.who != nobody)
      (m.thing == Thing::person ? person : organisation) = &m;
  static Pattern const general{R"(업계|재계|소식통|익명|일각|시장|정치권|외교가|전문가|학계)"};
  bool const hidden = general.found(phrase);
  if (person != nullptr && !nameless.found(phrase))
    return {Voice::named, story.people[person->who].name};
  if (organisation != nullptr && !hidden)
    return {Voice::organisation, story.organisations[organisation->who].name};
  if (nameless.found(phrase))
    return {Voice::anonymous, std::string{phrase}};
  static Pattern const body{R"([가-힣]{1,6}(?:부|청|실|처|위원회|협회|측|당국)(?:는|은|이|가)?$)"};
  if (body.found(phrase) && !press.found(phrase))
    return {Voice::organisation, std::string{phrase}};
  return {Voice::unspecified, press.found(phrase) ? std::string{phrase} : std::string{}};
}

Pattern const& hearsay() {
  static Pattern const pattern{
      R"((?:것으로|고)\s?(?:알려졌|전해졌|알려진|전해진|알려지|전해지|파악됐|파악된|추정된|추정됐|관측된|관측됐|전해 ?졌|보인다|보였다)[가-힣]*|(?:다고|라고|라는)\s?(?:한다|전해진다|전해졌다|알려졌다)|(알려졌다|전해졌다|후문이다|소문이다|관측이다|관측이 나온다|전언이다|설이 (?:나온|돈)다))"};
  return pattern;
}

std::optional<Attribution> according(Story const& story, std::size_t sentence) {
  static Pattern const pattern{
      R"(((?:[가-힣A-Za-z0-9·()]+\s){0,4}[가-힣A-Za-z0-9·()]+)(?:에|을|를)?\s(따르면|의하면|인용))"};
  auto const& text = story.document.text;
  auto const m = pattern.first(text, story.document.sentences[sentence].span);
  if (!m)
    return std::nullopt;
  auto who = (*m)[1];
  if (cut(text, who).ends_with("에"))
    who.end -= std::string_view{"에"}.size();
  static Pattern const date{R"(^(?:\d{1,2}일|지난|이날|\s)+\s)"};
  if (auto const d = date.first(text, who))
    who.begin = (*d)[0].end;
  auto const speaker = speaker_in(story, sentence, who);
  static Pattern const vague{R"(외신|보도|언론|매체|소문|풍문|소식통|익명)"};
  return Attribution{.voice = speaker.voice,
                     .name = speaker.name,
                     .cue = std::string{cut(text, (*m)[2])},
                     .hedged = vague.found(cut(text, who))};
}

// "...했다고 SK그룹이 7일 밝혔다": the speaker stands behind what is said.
std::optional<Attribution> speaker_behind(Story const& story, std::size_t sentence, Span target) {
  static Pattern const pattern{
      R"((?:다고|라고|다며|라며)\s((?:[가-힣A-Za-z0-9·()]+\s){0,3}?[가-힣A-Za-z0-9·()]+?)(?:은|는|이|가|측은|측이)\s(?:[가-힣0-9()]+\s){0,4}?((?:밝혔|말했|설명했|전했|발표했|보도했|강조했|덧붙였|귀띔했)[가-힣]*))"};
  auto const& text = story.document.text;
  auto const m = pattern.first(text, {target.end, story.document.sentences[sentence].span.end});
  if (!m)
    return std::nullopt;
  auto const who = speaker_in(story, sentence, (*m)[1]);
  auto const cue = std::string{cut(text, (*m)[2])};
  if (who.voice == Voice::unspecified)
    return std::nullopt;
  return Attribution{.voice = who.voice, .name = who.name, .cue = cue, .hedged = false};
}

// "삼성전자는 '...'고 밝혔다": the subject before the quotation, and the verb of saying after `target`.
std::optional<Attribution> speech(Story const& story, std::size_t sentence, Span target) {
  static Pattern const verb{
      R"((?:다고|라고|자고|냐고|다며|라며|고|는 뜻을|는 입장을|다는 점을|는 말도)\s(?:[가-힣]+(?:에게|에)\s)?((?:밝혔|말했|설명했|전했|강조했|언급했|발표했|덧붙였|분석했|평가했|주장했|내다봤|전망했|답했|알렸|소개했|확인했|귀띔했|적었|썼|이야기했|얘기했|전달했|피력했|시사했)[가-힣]*|밝힌|말한))"};
  static Pattern const direct{
      R"(["”’]\s?(?:이?라고|고|며|이라며|라며)?\s?((?:밝혔|말했|설명했|전했|강조했|덧붙였|분석했|평가했|언급했|답했)[가-힣]*))"};
  static Pattern const subject{
      R"((?:^|[,.]\s|\s)((?:[가-힣A-Za-z0-9·()]+\s){0,4}[가-힣A-Za-z0-9·()]+?)(?:은|는|이|가|도)\s)"};
  static Pattern const side{R"(^((?:[가-힣A-Za-z0-9·()]+\s){0,3}?[가-힣A-Za-z0-9·()]+?)(?:은|는|이|가)\s)"};
  auto const& text = story.document.text;
  auto const span = story.document.sentences[sentence].span;
  Span const rest{target.end, span.end};
  auto said = direct.first(text, rest);
  if (!said)
    said = verb.first(text, rest);
  if (!said)
    return std::nullopt;
  auto const inside = quotation_around(text, span, target.begin);
  auto const stop = inside == span ? target.begin : inside.begin;
  auto who = side.first(text, {span.begin, stop});
  if (!who)
    who = subject.first(text, {span.begin, stop});
  if (!who)
    return std::nullopt;
  auto const speaker = speaker_in(story, sentence, (*who)[1]);
  if (speaker.voice == Voice::unspecified)
    return std::nullopt;
  return Attribution{
      .voice = speaker.voice, .name = speaker.name, .cue = std::string{cut(text, (*said)[1])}, .hedged = false};
}

} // namespace

Attribution korean_attribution(Story const& story, std::size_t sentence, Span target) {
  auto const& text = story.document.text;
  auto const span = story.document.sentences[sentence].span;
  auto by = speaker_behind(story, sentence, target);
  if (!by)
    by = speech(story, sentence, target);
  if (!by)
    by = according(story, sentence);
  if (auto const m = hearsay().first(text, {target.begin, span.end})) {
    static Pattern const cue{R"((?:알려|전해|파악|추정|관측|보인|보였|후문|소문|전언|한다)[가-힣]*)"};
    auto const words = cue.first(text, (*m)[0]);
    auto const said = std::string{cut(text, words ? (*words)[0] : (*m)[0])};
    if (!by || by->voice == Voice::unspecified)
      return {.voice = Voice::unspecified, .name = by ? by->name : std::string{}, .cue = said, .hedged = true};
    by->hedged = true;
  }
  return by ? *by : Attribution{.voice = Voice::narrator, .name = {}, .cue = {}, .hedged = false};
}

namespace {

struct Tail {
  Pattern pattern;
  Realis realis;
};

// What the words from the verb on say, strongest first; the first that is found decides.
std::vector<Tail> const& tails() {
  static std::vector<Tail> const table = {
      {Pattern{
           R"(^[가-힣]{0,6}(?:을|를|이|가|은|는)?\s?(?:[가-힣]+\s)?(?:취소|무산|불발|결렬|연기|보류|백지화)(?!\s?(?:없|않))|(?:취소|무산|불발|결렬)(?:됐|되었|했|된|시켰)|(?:연기|보류)(?:됐|했))"},
       Realis::cancelled},
      {Pattern{
           R"(^[가-힣]{0,5}지\s?(?:는|도|를)?\s?(?:않|못)|^[가-힣]{0,4}\s?(?:적|바|사실|일)(?:은|이|도|조차)?\s?없|^[가-힣]{0,6}(?:은|는|이|도)?\s?없(?:었|다|는|이)|^(?:만남|회동|면담|회담)[가-힣]{0,2}\s(?:거절|거부)|사실\s?무근|사실이 아니|부인했|부인한|만나지 (?:않|못))"},
       Realis::denied},
      {Pattern{
           R"(^[가-힣]{0,5}(?:면|려|려고|려던|고자|고\s?싶|자고|자는|도록|길\s?(?:바라|원|희망|기대)|기를\s?(?:바라|원|희망|기대)|(?:는|ㄴ)다면)|^(?:만날|할|가질|나눌|찾을|갈|방문할|볼)?\s?(?:수도|수\s?있|가능성|듯|경우|것으로\s?(?:보인|보이|관측|추정))|^지\s(?!않|못)|^(?:할|가질)지\s|^(?:을|를|기를|길|자고|도|의)\s?(?:[가-힣]+\s)?(?:제안|요청|타진|검토|추진|희망|조율|모색|논의\s?중|원하|바라)|^\s(?:제안|요청|타진|검토|추진|희망|조율)|(?:날|할|질|볼|갈)\s가능성|가능성[이은도]?\s(?:있|크|높|제기|거론|점쳐)|^[가-힣]{0,6}\s?달라|^(?:어야|더라면|다면|을\s(?:가능성|것|경우|뻔|수)|을지|을까|으면))"},
       Realis::possible},
      {Pattern{
           R"(^[가-힣]{0,3}기\s?(?:위해|위한|전|까지)|^는\s(?:일정|방안|계획|안[을이])|^(?:만날|할|가질|나눌|갈|방문할|찾을|떠날|함께할|열릴|출국할|귀국할|참석할|[가-힣]{1,4}할)(?:\s|$)|^[가-힣]{0,8}(?:을|를|이|가)?\s?(?:[가-힣]+\s){0,2}(?:하기로|갖기로|열기로|만나기로|가기로|나누기로|앞두|예정|계획|예고|방침|할\s|가질\s|갖는다|만난다|한다|연다|열린다|열릴|떠난다|찾는다|방문한다|할\s?것|가질\s?것))"},
       Realis::planned},
  };
  return table;
}

// Does the last "...다" stand behind a syllable that ends in ㅆ (했다, 나눴다)? 겠다 and 있다 are not past.
bool told_as_past(std::string_view text, Span rest) {
  static Pattern const ending{R"(([가-힣])다(?=고|는|며|면서|[^가-힣]|$))"};
  auto const all = ending.all(text, rest);
  if (all.empty())
    return false;
  auto const syllable = all.back()[1];
  auto const word = cut(text, syllable);
  auto at = syllable.begin;
  return (next_code_point(text, at) - 0xAC00) % 28 == 20 && word != "겠" && word != "있";
}

// The last predicate decides for connective forms: 만나고 ... 방문할 예정이다.
Realis final_predicate(std::string_view text, Span rest) {
  static Pattern const off{R"((?:취소|무산|불발|연기)(?:됐|되었|했|된)[가-힣]*\W*$)"};
  static Pattern const no{R"((?:지\s?(?:않|못)[가-힣]*|없(?:었)?다|부인했다|사실무근이다|아니다)\W*$)"};
  static Pattern const possible{
      R"((?:가능성[가-힣]*\s?[가-힣]*|수\s?(?:도\s)?있다|듯하다|것으로\s?(?:보인다|관측된다|예상된다|기대된다|점쳐진다)|관측[가-힣]*(?:\s나온다)?|검토[가-힣\s]*|추진[가-힣\s]*|조율[가-힣\s]*|타진[가-힣\s]*|희망[가-힣\s]*|싶다[가-힣\s]*|제안했다|요청했다는?)\W*$)"};
  static Pattern const planned{
      R"((?:예정이?다?[가-힣\s]*|계획이?다?[가-힣\s]*|방침[가-힣\s]*|전망[가-힣\s]*|하기로\s?[가-힣]*|기로\s?(?:했|한|약속)[가-힣]*|것으로\s?전망된다|할\s?것(?:이다|으로[가-힣\s]*)|[을를]\s?것(?:이다|으로[가-힣\s]*)|만난다|한다|간다|연다|떠난다|찾는다|갖는다|나눈다|방문한다|참석한다)\W*$)"};
  if (off.first(text, rest))
    return Realis::cancelled;
  static Pattern const agreed{
      R"((?<!논의하)(?<!협의하)(?<!만나)(?<!회동하)(?<!대화하)(?<!검토하)기로\s?(?:합의했|뜻을 모았|의견을 모았|의기투합했)[가-힣]*\W*$)"};
  if (agreed.first(text, rest)) // 만나 채널을 만들기로 합의했다: they have met
    return Realis::asserted;
  if (planned.first(text, rest))
    return Realis::planned;
  static Pattern const request_after{R"((?:고|달라고|하자고)\s(?:제안|요청)했다\W*$)"};
  if (possible.first(text, rest) && !request_after.first(text, rest))
    return Realis::possible;
  if (no.first(text, rest))
    return Realis::denied;
  return told_as_past(text, rest) ? Realis::asserted : Realis::possible;
}

// Where the quoted or reported part that holds the trigger ends: before "...고 밝혔다".
std::size_t reported_end(std::string_view text, Span sentence, std::size_t from) {
  static Pattern const pattern{
      R"((?:다고|라고|다며|라며|다는)\s(?:[가-힣]+(?:에게|에)?\s){0,2}(?:밝혔|말했|설명했|전했|강조했|언급했|발표했|덧붙였|분석했|평가했|주장했|알렸|소개했|밝힌|전한|한다|알려졌|전해졌))"};
  auto const m = pattern.first(text, {from, sentence.end});
  return m ? (*m)[0].begin + std::string_view{"다"}.size() : sentence.end;
}

} // namespace

Realis korean_realis(std::string_view text, Span sentence, Span trigger) {
  auto part = quotation_around(text, sentence, trigger.begin);
  part.end = std::min(part.end, std::max(trigger.end, reported_end(text, part, trigger.end)));
  Span const rest{trigger.begin, part.end};
  static Pattern const denied_after{
      R"((?:것은|는|다는)[^.]{0,40}(?:사실무근|사실이 아니|부인했)|(?:설|소문|의혹|보도)[을를은는이가]?\s?(?:전면\s)?부인)"};
  if (denied_after.first(text, {trigger.end, sentence.end}))
    return Realis::denied;
  static Pattern const hearsay_after{
      R"((?:다는|라는|아니냐는|다고 하는)\s(?:[가-힣]+\s)?(?:소문|관측|설[이은도에가]|추측|의혹|주장|이야기|얘기|풍문|루머|예상|전망|해석|보도|전언|후문|말[이은도])|다고\s(?:[가-힣]+\s)?(?:추정|추측|주장|의심|짐작|예상|보고 있|본다|봤))"};
  if (hearsay_after.first(text, {trigger.end, sentence.end}))
    return Realis::reported;
  if (text[sentence.end - 1] == '?')
    return Realis::possible;
  Span const stem{trigger.end, part.end};
  auto const word = cut(text, trigger);
  static Pattern const future_form{R"(^(?:만날|회동할|면담할|방문할|참석할|갈|떠날|찾을|가질|만나볼)$)"};
  for (auto const& tail : tails())
    if (tail.pattern.first(text, stem))
      return tail.realis;
  if (future_form.found(word))
    return Realis::planned;
  static Pattern const past_adnominal{R"(^(?:만난|찾은|가진|나눈|방문한|참석한|다녀온|떠난|함께한|회동한|면담한)$)"};
  static Pattern const reported{R"(^\s?것으로\s?(?:알려|전해|파악|추정|보|확인|나타))"};
  static Pattern const completed{R"(^\s?(?:뒤|후|다음|직후|자리|것|가운데|데|이후|곳|바\s?있|사진|사실|[가-힣]+))"};
  if (past_adnominal.found(word) && cut(text, stem).starts_with("다")) // 만난다: to come
    return Realis::planned;
  if (past_adnominal.found(word)) {
    if (reported.first(text, stem))
      return Realis::reported;
    return completed.first(text, stem) && final_predicate(text, rest) != Realis::cancelled ? Realis::asserted
                                                                                           : Realis::possible;
  }
  static Pattern const noun{
      R"((?:회동|면담|회담|접견|환담|오찬|만찬|조찬|미팅|간담회|독대|통화|만남|식사|티타임|출장|방문|순방|회의)$)"};
  static Pattern const held{
      R"(^(?:[을를도은는이가]|에|에서|에도)?\s?(?:[가-힣]+\s){0,3}(?:했|하고|하며|하면서|하는 등|하던|한\s|가졌|가진|갖고|가지며|진행했|진행됐|진행된|마쳤|마치|마친|나눴|나누고|나누며|열었|열고|열렸|열린|이뤄졌|이뤄진|성사됐|함께했|함께\s?했|참석했|끝내|끝냈|끝낸|다녀|떠나|떠났|나섰|돌아|자리에서|직후|\s?뒤|\s?후|이후|중에?\s|기간|차\s|에서))"};
  if (noun.found(word) && !held.first(text, stem))
    return Realis::possible;
  return final_predicate(text, rest);
}

} // namespace attache::read::press
