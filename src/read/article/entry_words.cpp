#include "read/article/entry_words.h"

namespace attache::read::press {

Pattern const& no_meeting() {
  static Pattern const pattern{
      R"((?i)\b(?:birthday|b-?day|anniversary|vacation|holidays?|out of office|ooo|pto|off sick|sick leave|on leave|)"
      R"(annual leave|parental leave|maternity leave|paternity leave|days? off|flight|flights|flies|flying|hotel|check-?in|check-?out|)"
      R"(reminder|deadline|due|vs|expires?|renew(?:al)?|wedding|funeral|memorial day|graduation|dentist|doctor'?s|pick up|drop off)\b)"
      R"(|생일|생신|휴가|연차|반차|휴무|결혼|장례|발인|빈소|제사|기일|마감|항공편|출국|귀국|체크인|체크아웃|탄생일|기념일)"};
  return pattern;
}

Words const& meeting_words() {
  static Words const list{
      "lunch|luncheon|dinner|breakfast|brunch|coffee|tea|drinks|drink|call|calls|phone|telephone|video|zoom|webex|"
      "teams|"
      "meeting|meetings|mtg|meet|meets|met|mtgs|catch|catchup|catch-up|up|sync|sync-up|intro|introduction|introductory|"
      "interview|chat|visit|visits|golf|walk|conversation|discussion|talk|talks|appointment|appt|session|"
      "one-on-one|1on1|1-on-1|1-1|check-in|follow-up|followup|huddle|debrief|briefing|bilateral|bilat|readout|remarks|"
      "hosts|hosting|welcomes|greets|joins|sees|courtesy|pull-aside|reception|private|quick|re|fwd|fw|weekly|monthly|"
      "biweekly|bi-weekly|quarterly|annual|hold|tentative|confirmed|tbc|travel|trip|demo|pitch|update"};
  return list;
}

Words const& joining_words() {
  static Words const list{
      "with|w|and|for|from|at|of|the|on|in|about|re|to|by|via|x|feat|plus|a|an|between|or|regarding|"
      "leading|attending|following|discussing|ahead|during|before|after|amid|hosted|participating"};
  return list;
}

Words const& office_words() {
  static Words const list{
      "team|teams|board|committee|staff|review|planning|plan|budget|strategy|sales|marketing|project|product|products|"
      "office|hours|client|clients|customer|customers|partner|partners|investor|investors|leadership|group|council|"
      "school|"
      "members|leaders|officials|advocates|association|department|all|hands|town|hall|task|force|forum|summit|"
      "conference|"
      "working|global|regional|senior|executive|executives|management|finance|legal|legislators|congress|senate|house|"
      "health|security|energy|education|technology|tech|data|cloud|digital|design|engineering|research|development|"
      "business|company|companies|corporate|industry|capital|bank|fund|ventures|holdings|partners|labs|systems|"
      "solutions|"
      "services|center|centre|institute|foundation|university|college|academy|museum|club|society|union|federation|"
      "ministry|"
      "agency|administration|government|delegation|mission|embassy|consulate|new|old|big|open|world|national|"
      "international|"
      "american|european|united|states|first|second|third|next|last|final|general|special|public|press|media|news|"
      "morning|afternoon|evening|night|day|week|month|year|today|tomorrow|spring|summer|autumn|fall|winter|north|south|"
      "east|"
      "west|street|avenue|road|park|hotel|building|room|floor|tower|airport|station|city|town|state|county|country|"
      "ceo|cfo|coo|cto|hr|it|ai|ip|pr|vp|evp|svp|q1|q2|q3|q4|h1|h2|fy|kpi|okr|okrs|m&a|esg|gpu|"
      "offsite|onsite|workshop|training|kickoff|kick-off|standup|stand-up|retro|retrospective|demo|launch|release|"
      "roadmap|"
      "agenda|prep|preparation|notes|minutes|report|reports|results|earnings|audit|contract|agreement|negotiation|deal|"
      "acquisition|merger|integration|alliance|consortium|initiative|program|programme|policy|regulation|regional|"
      "event|events|party|festival|concert|game|match|show|tour|tours|exhibition|ceremony|award|awards|gala|dialogue|"
      "caucus|persons|lawmakers|congressional|democrats|republicans|activists|dignitaries|speakers|journalist|"
      "journalists|roundtable|stakeholders|experts|employees|colleagues|consultant|consultants|counsel|lawyers|"
      "advisors|"
      "advisers|directors|founders|candidates|interviewee|vendor|vendors|supplier|suppliers|bank|banks|hispanic|latino|"
      "faith|survivors|veterans|rural|tribal|elected|mayors|senators|"
      "governors|ministers|presidents|ambassadors|secretaries|author|editor|live|electric|"
      "vehicle|"
      "charging|infrastructure|civil|labor|labour|native|happy|hour|friends|family|alumni|students|community|people|"
      "women|youth|small|human|rights|climate|economic|economy|"
      "memory|chip|chips|semiconductor|foundry|supply|chain|market|markets|price|pricing|quality|safety|factory|plant|"
      "site"};
  return list;
}

Words const& ko_meeting_words() {
  static Words const list{"미팅|면담|통화|전화|오찬|만찬|조찬|점심|저녁|아침|식사|회동|커피|티타임|차담|콜|골프|라운딩|"
                          "인터뷰|접견|상견례|협의|논의|면접|예방|담화|환담|회담|만남|줌|화상회의|화상|보고|1:1|독대"};
  return list;
}

Pattern const& ko_meeting_ending() {
  static Pattern const pattern{R"((?:미팅|면담|통화|오찬|만찬|조찬|식사|회동|티타임|골프|접견|상견례|회담)(?:회)?$)"};
  return pattern;
}

Words const& no_organisations() {
  static Words const list{
      "zoom|teams|webex|skype|facetime|phone|call|video|virtual|online|remote|tbc|tbd|hold|tentative|"
      "confirmed|optional|private|hq|office|room|lunch|dinner|breakfast|coffee|weekly|monthly|new|old|"
      "am|pm|copy|recurring|canceled|cancelled|moved|rescheduled|in person|in-person|notes|draft|final"};
  return list;
}

} // namespace attache::read::press
