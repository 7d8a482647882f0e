#include "read/article/lexicon.h"

namespace attache::read::press {

Words const& en_given_names() {
  static Words const list{"Aaron|Abigail|Adam|Adrian|Ahmed|Aiden|Alan|Albert|Alejandro|Alex|Alexander|Alexandra|Alexis|"
                          "Alfred|Ali|Alice|Allison|"
                          "Amanda|Amy|Ana|Andre|Andrea|Andreas|Andrei|Andrew|Andy|Angela|Anna|Anne|Anthony|Antonio|"
                          "Antony|Aravind|Arthur|Arvind|"
                          "Ashley|Barack|Barbara|Ben|Benjamin|Bernard|Bill|Bob|Boris|Brad|Brandon|Brian|Bruce|Bryan|"
                          "Carl|Carlos|Carol|Caroline|"
                          "Catherine|Charles|Charlie|Chris|Christian|Christina|Christine|Christoph|Christopher|Cindy|"
                          "Claire|Claude|Claudia|Colin|"
                          "Craig|Cristiano|Dale|Dan|Dana|Daniel|Daniela|Dario|Dave|David|Dean|Deborah|Demis|Dennis|"
                          "Derek|Diana|Diane|Dick|Don|Donald|"
                          "Donna|Doug|Douglas|Drew|Dustin|Dylan|Ed|Edward|Elaine|Elena|Eli|Elizabeth|Ellen|Elon|Emily|"
                          "Emma|Emmanuel|Eric|Erik|"
                          "Ernest|Ethan|Eugene|Eva|Evan|Evelyn|Felix|Fernando|Fiona|Florian|Francesco|Francis|Francois|"
                          "François|Frank|Fred|Frederick|"
                          "Gabriel|Gary|Gavin|Geoffrey|George|Gerald|Gerhard|Gianni|Gina|Giorgia|Glenn|Gordon|Graham|"
                          "Greg|Gregory|Guillaume|Gunter|"
                          "Hank|Hannah|Hans|Harold|Harry|Harvey|Heather|Helen|Henri|Henry|Herbert|Hiroshi|Hock|Howard|"
                          "Hugh|Ian|Ilya|Isabel|Ivan|"
                          "Jack|Jacob|Jacques|Jake|James|Jamie|Jamieson|Jan|Jane|Janet|Jason|Javier|Jay|Jean|Jeff|"
                          "Jeffrey|Jennifer|Jensen|Jeremy|"
                          "Jerome|Jerry|Jesse|Jessica|Jill|Jim|Jimmy|Joan|Joe|Joel|Johan|Johann|John|Johnny|Jon|"
                          "Jonathan|Jony|Jordan|Jorge|Jose|José|"
                          "Joseph|Josh|Joshua|Juan|Judith|Judy|Julia|Julian|Julie|Justin|Kamala|Karen|Karim|Karl|Kate|"
                          "Katherine|Kathleen|Kathryn|"
                          "Keith|Kelly|Ken|Kenneth|Kevin|Kim|Kimberly|Kristalina|Kristen|Kyle|Lakshmi|Larry|Lars|Laura|"
                          "Lauren|Lawrence|Lee|Leo|Leon|"
                          "Leonard|Lewis|Li|Linda|Lisa|Lloyd|Logan|Louis|Louise|Lucas|Lucy|Luis|Luke|Marc|Marco|Marcus|"
                          "Margaret|Maria|Marie|Mario|"
                          "Marissa|Mark|Marko|Martha|Martin|Mary|Masayoshi|Mathias|Matt|Matthew|Maurice|Max|Megan|"
                          "Mehdi|Melanie|Melissa|Michael|"
                          "Michel|Michelle|Miguel|Mike|Mikhail|Mira|Mohamed|Mohammed|Morris|Mustafa|Nancy|Narendra|"
                          "Natalie|Nathan|Neal|Neil|Nicholas|"
                          "Nick|Nicolas|Nicole|Nikesh|Noah|Norman|Olaf|Oliver|Olivia|Oscar|Otto|Pablo|Palmer|Pamela|"
                          "Pat|Patricia|Patrick|Paul|Paula|"
                          "Pedro|Peggy|Perry|Pete|Peter|Phil|Philip|Philippe|Pierre|Prabowo|Priya|Rachel|Rafael|Rahul|"
                          "Raj|Ralph|Ray|Raymond|Rebecca|"
                          "Reed|Reid|Rene|Ricardo|Richard|Rick|Rishi|Rob|Robert|Roberto|Robin|Rodrigo|Roger|Roland|Ron|"
                          "Ronald|Rosa|Ross|Roy|Russell|"
                          "Ruth|Ryan|Sabine|Safra|Sally|Sam|Samantha|Samuel|Sandra|Sara|Sarah|Satya|Scott|Sean|"
                          "Sebastian|Sergey|Sergio|Shantanu|Shane|"
                          "Sharon|Sheryl|Shigeru|Shinzo|Silvia|Simon|Sofia|Sophie|Stefan|Stella|Stephanie|Stephen|"
                          "Steve|Steven|Stewart|Stuart|Sue|"
                          "Sundar|Susan|Suzanne|Tara|Ted|Teresa|Terry|Theodore|Theresa|Thomas|Tim|Timothy|Tina|Todd|"
                          "Tom|Tony|Tracy|Tyler|Ursula|"
                          "Vanessa|Victor|Victoria|Vincent|Virginia|Vivek|Vlad|Vladimir|Volodymyr|Walter|Warren|Wayne|"
                          "Wendy|Werner|William|Wolfgang|"
                          "Xavier|Yann|Yoshua|Young|Yuri|Zach|Zachary|Zoe"};
  return list;
}

Words const& asian_surnames() {
  static Words const list{"Kim|Lee|Yi|Rhee|Park|Pak|Choi|Choe|Chey|Jung|Jeong|Chung|Cheong|Kang|Cho|Jo|Yoon|Yun|Jang|"
                          "Chang|Lim|Im|Rim|Han|Oh|Seo|"
                          "Suh|Shin|Sin|Kwon|Gwon|Hwang|Ahn|An|Song|Ryu|Yoo|Yu|You|Ryoo|Hong|Jeon|Chun|Jun|Ko|Koh|Goh|"
                          "Moon|Mun|Yang|Son|Sohn|Bae|Pae|Paik|"
                          "Baek|Baik|Heo|Huh|Hur|Nam|Shim|Sim|Roh|Noh|Ha|Kwak|Gwak|Sung|Seong|Cha|Joo|Ju|Woo|Koo|Ku|"
                          "Goo|Gu|Na|Ra|Min|Jin|Chin|Ji|Chi|Um|Eom|Chae|"
                          "Won|Cheon|Bang|Pang|Kong|Gong|Hyun|Hyeon|Ham|Byun|Byeon|Yeom|Yeo|Chu|Choo|Do|Seok|Suk|Sun|"
                          "Seon|Seol|Ma|Gil|Kil|Wi|Pyo|"
                          "Myung|Ki|Ban|Wang|Keum|Geum|Ok|Yook|In|Maeng|Je|Mo|Tak|Kook|Eun|Pyeon|Yong|Namkoong|Namgung|"
                          "Hwangbo|Sunwoo|Seonu|Dokgo|Jegal|"
                          "Xi|Li|Liu|Zhang|Chen|Zhao|Wu|Zhou|Xu|Hu|Zhu|Guo|He|Luo|Liang|Zheng|Xie|Tang|Deng|Feng|Cao|"
                          "Peng|Zeng|Xiao|Tian|Dong|"
                          "Pan|Yuan|Cai|Jiang|Yu|Du|Ye|Wei|Su|Lu|Ding|Ren|Shen|Yao|Lei|Qian|Fan|Qin|Lai|Tsai|Tsao|Hsu|"
                          "Hsieh|Lin|Tung|Ho|Ng|Lau|Leung|Wong"};
  return list;
}

Words const& en_not_names() {
  static Words const list{"The|A|An|This|That|These|Those|He|She|They|We|I|It|His|Her|Their|Our|Its|In|On|At|By|For|"
                          "From|With|Without|To|Of|As|And|But|Or|"
                          "So|If|When|While|After|Before|During|Since|Until|Although|Though|Because|However|Meanwhile|"
                          "According|Also|Among|Following|Both|"
                          "Another|Other|Others|Some|Many|Most|More|Several|All|No|Not|Yet|Still|Then|There|Here|Now|"
                          "Earlier|Later|Last|Next|Today|Tomorrow|"
                          "Yesterday|What|Which|Who|Whose|Where|Why|How|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|"
                          "Ten|First|Second|Third|New|Former|"
                          "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|"
                          "June|July|August|September|October|"
                          "November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Companies|Company|"
                          "Currently|Such|Under|Over|Upon|About|"
                          "Photo|Published|Updated|Input|Reporter|Related|Copyright|Will|Would|Could|Should|Can|Each|"
                          "Every|Even|Just|Only|Asked|Including|"
                          "Analysts|Experts|Industry|Officials|Sources|People|Between|Through|Along|Despite|Instead|"
                          "Like|Nor|Once|Per|Rather|Separately|"
                          "Together|Via|Whether|Within|You|Your|My|Me|Us|Them|Him|Was|Were|Is|Are|Be|Been|Has|Have|Had|"
                          "Do|Does|Did|Chief|Big|Prior|Until|"
                          "Neither|Either|Anyone|Everyone|Nothing|Nobody|None|Ahead|Additionally|Moreover|Furthermore|"
                          "Later|Recently|Previously|Originally|"
                          "COVID-19|AI|Pandemic|Internet|Share|Shares"};
  return list;
}

Words const& en_nationalities() {
  static Words const list{"american|british|english|french|german|italian|spanish|portuguese|dutch|belgian|swiss|"
                          "austrian|swedish|norwegian|danish|finnish|"
                          "irish|polish|czech|hungarian|greek|turkish|russian|ukrainian|israeli|saudi|emirati|qatari|"
                          "egyptian|iranian|iraqi|indian|pakistani|"
                          "chinese|taiwanese|japanese|korean|south korean|north "
                          "korean|vietnamese|thai|indonesian|malaysian|singaporean|filipino|philippine|"
                          "australian|canadian|mexican|brazilian|argentine|chilean|south "
                          "african|nigerian|kenyan|european|asian|african|middle eastern"};
  return list;
}

Words const& en_countries() {
  static Words const list{
      "United States|United States of America|U.S.|US|U.S|USA|America|United "
      "Kingdom|U.K.|UK|Britain|England|Scotland|Wales|Ireland|"
      "France|Germany|Italy|Spain|Portugal|Netherlands|The "
      "Netherlands|Belgium|Luxembourg|Switzerland|Austria|Sweden|Norway|Denmark|Finland|Iceland|"
      "Poland|Czech "
      "Republic|Czechia|Slovakia|Hungary|Romania|Bulgaria|Greece|Turkey|Türkiye|Russia|Ukraine|Israel|Saudi Arabia|"
      "United Arab Emirates|UAE|Qatar|Kuwait|Bahrain|Oman|Jordan|Egypt|Iran|Iraq|India|Pakistan|Bangladesh|Sri "
      "Lanka|China|Taiwan|Hong Kong|"
      "Macau|Japan|South Korea|North Korea|Korea|Republic of "
      "Korea|Mongolia|Vietnam|Thailand|Indonesia|Malaysia|Singapore|Philippines|"
      "Cambodia|Laos|Myanmar|Australia|New Zealand|Canada|Mexico|Brazil|Argentina|Chile|Peru|Colombia|Panama|South "
      "Africa|Nigeria|Kenya|"
      "Ethiopia|Morocco|Algeria|Tunisia|Kazakhstan|Uzbekistan|Azerbaijan|Georgia|Serbia|Croatia|Slovenia|Estonia|"
      "Latvia|Lithuania|"
      "European Union|EU"};
  return list;
}

Words const& en_places() {
  static Words const list{
      "Europe|Asia|North America|South America|Latin America|Africa|Middle East|Southeast Asia|East Asia|East "
      "Coast|West Coast|"
      "Silicon Valley|Bay Area|Wall Street|White House|Blue House|Capitol Hill|Pentagon|Kremlin|"
      "Seoul|Busan|Incheon|Daegu|Daejeon|Gwangju|Ulsan|Sejong|Suwon|Pyeongtaek|Giheung|Hwaseong|Gyeongju|Jeju|Pohang|"
      "Gimpo|Gangnam|Yongin|Icheon|"
      "Pangyo|Panmunjom|Pyongyang|Tokyo|Osaka|Kyoto|Yokohama|Nagoya|Fukuoka|Sapporo|Kobe|Beijing|Shanghai|Shenzhen|"
      "Guangzhou|Xi'an|Wuhan|"
      "Hangzhou|Chengdu|Tianjin|Suzhou|Taipei|Hsinchu|Hanoi|Ho Chi Minh City|Bangkok|Jakarta|Kuala "
      "Lumpur|Manila|Bali|New Delhi|Delhi|"
      "Mumbai|Bengaluru|Bangalore|Hyderabad|Chennai|Dubai|Abu Dhabi|Riyadh|Jeddah|Doha|Tel "
      "Aviv|Jerusalem|Cairo|Istanbul|Ankara|Moscow|"
      "St. "
      "Petersburg|Kyiv|Warsaw|Prague|Budapest|Vienna|Zurich|Geneva|Davos|Basel|Bern|Munich|Berlin|Frankfurt|Hamburg|"
      "Stuttgart|Cologne|"
      "Dusseldorf|Dresden|Paris|Lyon|Nice|Cannes|Brussels|Antwerp|Leuven|Amsterdam|Rotterdam|Eindhoven|Veldhoven|The "
      "Hague|London|Oxford|"
      "Cambridge|Manchester|Edinburgh|Dublin|Copenhagen|Stockholm|Oslo|Helsinki|Madrid|Barcelona|Lisbon|Rome|Milan|"
      "Turin|Venice|Athens|"
      "New York|New York City|Manhattan|Brooklyn|Boston|Cambridge, Massachusetts|Washington|Washington, "
      "D.C.|Washington D.C.|Philadelphia|"
      "Baltimore|Pittsburgh|Chicago|Detroit|Cleveland|Columbus|Minneapolis|St. "
      "Louis|Atlanta|Miami|Orlando|Tampa|Charlotte|Raleigh|Nashville|"
      "Houston|Dallas|Austin|San Antonio|Taylor|Denver|Boulder|Salt Lake City|Sun Valley|Phoenix|Tucson|Las Vegas|Los "
      "Angeles|Santa Monica|"
      "San Diego|San Francisco|San Jose|Palo Alto|Menlo Park|Mountain View|Cupertino|Santa Clara|Sunnyvale|Redwood "
      "City|Oakland|Berkeley|"
      "Fremont|Portland|Hillsboro|Seattle|Redmond|Bellevue|Boise|Honolulu|Anchorage|Mar-a-Lago|Palm Beach|Camp "
      "David|Omaha|New Jersey|"
      "New Hampshire|New Mexico|California|Texas|Massachusetts|Florida|Arizona|Oregon|Washington "
      "State|Nevada|Utah|Colorado|Illinois|Michigan|Ohio|"
      "Pennsylvania|Georgia|North Carolina|South "
      "Carolina|Virginia|Maryland|Connecticut|Delaware|Indiana|Tennessee|Alabama|Idaho|Minnesota|"
      "Wisconsin|Iowa|Missouri|Louisiana|Hawaii|Alaska|Toronto|Vancouver|Montreal|Ottawa|Mexico City|Sao Paulo|Rio de "
      "Janeiro|Brasilia|"
      "Buenos Aires|Santiago|Lima|Bogota|Sydney|Melbourne|Canberra|Auckland|Johannesburg|Cape Town|Nairobi|Lagos"};
  return list;
}

Words const& en_known_companies() {
  static Words const list{
      "3M|ABB|Adobe|Charles Schwab|John Deere|Wells Fargo|Booz Allen|Booz Allen Hamilton|Thomson Reuters|Johnson "
      "Controls|"
      "Philip Morris|Ralph Lauren|Calvin Klein|Jones Day|Edward Jones|Raymond James|Robert Half|Dow Jones|Fannie Mae|"
      "Freddie Mac|Duke Energy|Ernst Young|"
      "Airbus|Alibaba|Alphabet|Amazon|AMD|American Express|Amgen|Anthropic|Apple|Applied "
      "Materials|Arm|ARM|ASML|AstraZeneca|"
      "AT&T|Baidu|Bank of America|BASF|Bayer|Berkshire Hathaway|Biogen|BlackRock|Blackstone|BMS|BMW|Boeing|Boston "
      "Dynamics|Bosch|BP|"
      "Bristol Myers Squibb|Bristol-Myers "
      "Squibb|Broadcom|BYD|ByteDance|CATL|Caterpillar|Celltrion|Chevron|Cisco|Citigroup|Coca-Cola|Costco|Coupang|"
      "Dell|Deutsche Bank|Disney|DeepMind|Doosan|Eli "
      "Lilly|Ericsson|Exxon|ExxonMobil|Facebook|Ford|Foxconn|Fujitsu|GE|General Electric|"
      "General Motors|Gilead|GlobalFoundries|GM|Goldman "
      "Sachs|Google|Hanwha|Hitachi|Honda|HSBC|HP|Huawei|Hyundai|Hyundai Motor|Hyundai Motor Group|"
      "IBM|Infineon|Intel|Instagram|Johnson & Johnson|JPMorgan|JPMorgan Chase|Kakao|KDDI|Kia|KKR|Krafton|KT|Lam "
      "Research|LG|LG Chem|"
      "LG Electronics|LG Energy Solution|LinkedIn|Lockheed "
      "Martin|Lotte|Marvell|Mastercard|MediaTek|Mercedes-Benz|Merck|Meta|Meta Platforms|Micron|"
      "Microsoft|Mitsubishi|Moderna|Morgan Stanley|Naver|NEC|Nestle|Netflix|Nike|Nintendo|Nokia|Novartis|Novo "
      "Nordisk|NTT|NTT Docomo|Nvidia|"
      "NVIDIA|NXP|OpenAI|Oracle|Organon|Palantir|Panasonic|PayPal|PepsiCo|Pfizer|POSCO|Procter & "
      "Gamble|Qualcomm|Rakuten|Rivian|Roche|"
      "Rolls-Royce|Salesforce|Samsung|Samsung Biologics|Samsung Electronics|Samsung SDI|Samsung Display|Samsung "
      "C&T|Sanofi|SAP|Shell|Siemens|"
      "SK|SK Group|SK Hynix|SK hynix|SK Telecom|SK Innovation|SoftBank|SoftBank "
      "Group|Sony|SpaceX|Stellantis|STMicroelectronics|Tencent|Tesla|"
      "Texas "
      "Instruments|Toshiba|TotalEnergies|Toyota|TSMC|Twitter|Uber|UMC|Verizon|Visa|Volkswagen|Volvo|Walmart|Xiaomi|xAI|"
      "YouTube|ZTE|"
      "Federal Reserve|World Bank|International Monetary Fund|IMF|United Nations|World Economic Forum|European "
      "Commission|European Central Bank|"
      "Asia-Pacific Economic Cooperation|APEC|NATO|OECD|WTO|MIT|Stanford|Harvard|Temasek|Mubadala|Saudi Aramco|Aramco"};
  return list;
}

Words const& en_company_endings() {
  static Words const list{"Electronics|Group|Inc|Inc.|Corp|Corp.|Corporation|Co|Co.|Company|Ltd|Ltd.|Limited|LLC|LLP|"
                          "PLC|Plc|AG|SE|SA|GmbH|NV|N.V.|Holdings|"
                          "Holding|Motor|Motors|Bank|University|Institute|College|Pharmaceuticals|Pharmaceutical|"
                          "Pharma|Technologies|Technology|Ministry|"
                          "Department|Commission|Council|Association|Foundation|Fund|Capital|Ventures|Partners|"
                          "Investments|Investment|Securities|Insurance|"
                          "Airlines|Air|Energy|Solutions|Systems|Semiconductor|Semiconductors|Materials|Chemical|"
                          "Chemicals|Industries|Heavy|Biologics|Biotech|"
                          "Bioscience|Biosciences|Therapeutics|Sciences|Medical|Telecom|Communications|Networks|"
                          "Software|Labs|Laboratories|Robotics|Dynamics|"
                          "Aerospace|Steel|Shipbuilding|Construction|Engineering|Entertainment|Media|Studios|Pictures|"
                          "Press|Agency|Authority|Administration|"
                          "Bureau|Federation|Chamber|Committee|Party|Court|Exchange|Research|Display|Logistics|"
                          "Brothers|Stanley|Pioneering|Management|Trust|"
                          "Chemicals|Petroleum|Oil|Financial|Global|International|Mobility|Automotive|Hospital|Embassy|"
                          "Organization|Cooperation"};
  return list;
}

Words const& not_organisations() {
  static Words const list{"AI|AGI|API|GPU|GPUs|CPU|CPUs|NPU|TPU|HBM|DRAM|NAND|SSD|ICT|IT|IoT|VR|AR|XR|EV|EVs|ESG|CEO|"
                          "CEOs|CFO|COO|CTO|CIO|CMO|CSO|IPO|"
                          "R&D|M&A|MOU|MOUs|GDP|FTA|CES|MWC|GTC|VIP|TV|PC|PCs|OLED|LED|LCD|5G|6G|4G|LTE|USD|KRW|EUR|US|"
                          "U.S.|UK|U.K.|EU|UAE|USA|COVID|"
                          "COVID-19|SNS|DNA|RNA|mRNA|LNG|LPG|SMR|IRA|CHIPS|PhD|MBA|KOSPI|KOSDAQ|NASDAQ|Nasdaq|DJIA|FAQ|"
                          "PDF|URL|SUV|ETF|UTC|KST|GMT|EST|"
                          "PST|EDT|PDT|AM|PM|OK|ID|PR|HR|QR|GPS|CCTV|LLM|LLMs|SoC|ASIC|EUV|NDA|Q&A|B2B|B2C|II|III|IV|"
                          "VI|DX|DS|MX|DMZ|IR|PE|VC|JV|ADAS|ASEAN|G7|G20|RAM|ROM|DVD|CD|DVI|HDMI|USB|IQ|ECG|ICU|HPV|"
                          "HIV|EBITDA|NY|NYC|PA|TN|IL|WA|TX|FL|NJ|MA|DC|SIM|PPI|H1|H2|PD|VIDEO|LIVE|"
                          "BREAKING|UPDATE|EXCLUSIVE|READ|WATCH|PHOTOS|NEW|THE|AND|FOR|NOT|ALL|ON|IN|GTX|RTX|VHF|UHF|"
                          "OS|UI|UX|CEO-designate"};
  return list;
}

Pattern const& en_titles() {
  static Pattern const pattern{
      R"((?<![\w-])(?i:(?:(?:former|then|acting|interim|incoming|outgoing|new|late|deputy|vice|senior|executive|founding|honorary|global|co-?|current|newly elected|longtime)[ -]?\s?)*)"
      R"((?:chair(?:man|woman|person)?|ceo|cfo|coo|cto|cio|chief (?:executive|financial|operating|technology|product|strategy|marketing|legal|scientific|information|business|investment|research|revenue)(?: officer)?|chief scientist|chief economist|chief|)"
      R"(vice[- ]chair(?:man|woman)?|vice[- ]president(?:-elect)?|president(?:-elect|-designate)?|(?:co-?)?founder|managing director|managing partner|general partner|director[- ]general|secretary[- ]general|executive director|director|head|boss|leader|)"
      R"((?:(?:prime|foreign|finance|trade|industry|defen[sc]e|energy|health|interior|labor|science|economy|education|agriculture|transport|culture|environment|justice|unification|land|oceans|smes?|ict|digital|commerce|economic)(?: affairs)?(?:,? and \w+| and \w+ \w+)?\s)?minister|premier|chancellor|)"
      R"((?:(?:treasury|commerce|defense|energy|labor|foreign|press|cabinet|health|transportation|homeland security|agriculture|education|interior|home|chief cabinet)\s)?secretary(?: of (?:state|commerce|defense|the treasury|energy|labor))?|)"
      R"(trade representative|special envoy|envoy|national security advis[eo]r|advis[eo]r|attorney general|commissioner|ambassador(?: to (?:the )?[a-z]\S+(?: [A-Z]\w+)?)?|senator|sen\.|representative|rep\.|congress(?:man|woman)|lawmaker|governor|gov\.|mayor|speaker|)"
      R"(professor|prof\.|dr\.|mr\.|mrs\.|ms\.|sir|king|queen|crown prince|prince|princess|emir|sheikh|sultan|pope|general|judge|spokes(?:man|woman|person)|executive|dean|chairman emeritus|billionaire|investor|entrepreneur|partner)))"
      R"((?i:\s(?:and|&)\s(?:co-?|vice[- ]|executive )?(?:ceo|chief executive(?: officer)?|president|chair(?:man|woman)?|founder|managing director|coo|cto|head|chief executive))?(?:\s\((?:CEO|CFO|COO|CTO|CIO)\))?(?![\w-]))"};
  return pattern;
}

} // namespace attache::read::press
