#include "resolve/company_words.h"

namespace attache::resolve {

std::string_view const company_word_table = R"(
에이 a; 비 b; 씨 c; 시 c; 디 d; 이 e; 에프 f; 지 g; 쥐 g; 에이치 h; 아이 i; 제이 j; 케이 k; 엘 l; 엠 m; 엔 n; 오 o; 피 p
큐 q; 알 r; 아르 r; 에스 s; 티 t; 유 u; 브이 v; 더블유 w; 더블류 w; 엑스 x; 와이 y; 제트 z; 지엠 gm; 앤 and n _
앤드 and n _; 원 one; 투 two; 쓰리 three; 전자 electronics electronic; 전기 electric electrics
반도체 semiconductor semiconductors semicon; 화학 chemical chemicals chem
제약 pharmaceutical pharmaceuticals pharm pharma; 약품 pharmaceutical pharm pharmaceuticals; 바이오 bio; 생명 life
생명과학 lifescience lifesciences bioscience biosciences; 화재 fire firemarine; 해상 marine; 보험 insurance
손해보험 insurance generalinsurance nonlifeinsurance; 증권 securities; 투자증권 investmentsecurities securities investment
투자 investment investments invest; 은행 bank; 금융 financial finance
금융지주 financialgroup financialholdings financialholding; 지주 holdings holding; 홀딩스 holdings; 그룹 group
산업 industries industrial industry ind; 산업개발 development industrialdevelopment; 개발 development
건설 construction constructions engineeringconstruction ec enc; 건설산업 construction; 엔지니어링 engineering eng
중공업 heavyindustries heavyindustry heavyindustrial; 공업 industries industrial industry; 기계 machinery machine
정밀 precision; 금속 metal metals; 제강 steel; 제철 steel; 철강 steel; 특수강 specialsteel; 스틸 steel; 강관 steelpipe pipe
알미늄 aluminum aluminium; 자동차 motor motors auto automotive; 모비스 mobis; 타이어 tire; 항공 air airlines airline aerospace
항공우주 aerospace aerospaceindustries; 우주 space; 해운 shipping merchantmarine; 조선 shipbuilding
조선해양 shipbuildingmarine shipbuildingoffshore; 해양 marine offshore; 물산 ct trading corporation
상사 corporation international trading; 무역 trading; 통상 trading; 통운 express logistics; 물류 logistics
택배 logistics express; 운수 transportation; 고속 express; 백화점 departmentstore departmentstores; 쇼핑 shopping
홈쇼핑 homeshopping; 유통 distribution retail; 식품 food foods; 제과 confectionery; 제당 sugar cheiljedang
제분 flourmills flourmill; 사료 feed; 유업 dairy dairies; 음료 beverage; 맥주 brewery; 주조 brewery; 주류 liquor; 수산 fisheries
농업 agriculture; 농산 agro; 제지 paper; 펄프 pulp; 방직 spinning textile; 방적 spinning; 섬유 textile textiles; 모직 wool textile
패션 fashion; 의류 apparel; 피혁 leather; 화장품 cosmetics cosmetic; 시멘트 cement; 유리 glass; 도시가스 citygas gas; 가스 gas
석유 petroleum oil; 석유화학 petrochemical petrochemicals; 정유 oil; 에너지 energy; 전력 electricpower power
전력공사 electricpower electricpowercorporation; 전선 cable cables wire; 전자재료 electronicmaterials; 재료 materials material
소재 materials advancedmaterials material; 첨단소재 advancedmaterials; 신소재 advancedmaterials newmaterials
케미칼 chemical chemicals; 케미컬 chemical chemicals
통신 telecommunication telecom communications telecommunications communication; 텔레콤 telecom; 정보 information info
정보기술 informationtechnology; 정보통신 informationcommunication informationcommunications informationtelecommunication
시스템 system systems; 시스템즈 systems; 소프트 soft; 소프트웨어 software; 데이터 data; 네트웍스 networks
네트워크 network networks; 네트웍 network; 인터내셔널 international; 인터내셔날 international; 글로벌 global; 월드 world
코리아 korea; 한국 korea korean hankuk hankook; 대한 korea korean daehan taihan; 조선 chosun; 서울 seoul; 부산 busan; 대구 daegu
아시아 asia; 태평양 pacific; 동양 tongyang oriental dongyang; 제일 cheil jeil first; 신한 shinhan; 기업은행 industrialbank
우리 woori; 하나 hana; 국민 kookmin kb; 삼성 samsung; 현대 hyundai; 롯데 lotte; 한화 hanwha; 두산 doosan; 효성 hyosung; 금호 kumho
대우 daewoo; 신세계 shinsegae; 엔터테인먼트 entertainment ent; 엔터테인먼츠 entertainment; 미디어 media; 방송 broadcasting
신문 newspaper; 출판 publishing; 교육 education; 게임즈 games; 게임 game games; 스튜디오 studio studios; 픽쳐스 pictures
콘텐츠 contents content; 코퍼레이션 corporation; 컴퍼니 company; 인더스트리 industry industries; 테크 tech
테크놀로지 technology technologies; 테크놀러지 technology technologies; 테크놀로지스 technologies; 기술 technology technologies tech
기술투자 technologyinvestment venturecapital; 과학 science; 사이언스 science; 연구소 laboratory laboratories institute; 랩 lab
랩스 labs; 의료 medical; 의료기 medical; 메디칼 medical; 메디컬 medical; 헬스케어 healthcare; 케어 care; 병원 hospital
진단 diagnostics; 백신 vaccine; 셀 cell; 젠 gen; 팜 pharm farm; 파마 pharma; 제네릭스 generics; 테라퓨틱스 therapeutics
디스플레이 display; 디바이스 device devices; 광학 optical optics; 옵틱스 optics; 옵티칼 optical; 전지 battery; 배터리 battery
로봇 robot; 로보틱스 robotics; 모터스 motors; 모터 motor; 오토 auto; 모빌리티 mobility; 파워 power; 파워텍 powertech
솔루션 solution solutions; 솔루션즈 solutions; 솔루션스 solutions; 서비스 service services; 리테일 retail; 푸드 food foods
푸드빌 foodville; 에프앤비 fb; 호텔 hotel hotels; 리조트 resort; 레저 leisure; 관광 tourism tour; 여행 tour travel; 투어 tour
카드 card; 캐피탈 capital; 저축은행 savingsbank; 자산운용 assetmanagement; 자산신탁 assettrust; 부동산신탁 realestatetrust reit
부동산투자회사 reit; 위탁관리부동산투자회사 reit; 리츠 reit reits
스팩 specialpurposeacquisition specialpurposeacquisitioncompany spac
기업인수목적 specialpurposeacquisition specialpurposeacquisitioncompany spac; 제 no
벤처투자 venturecapital ventureinvestment; 인베스트먼트 investment; 파트너스 partners; 종합 general; 상선 merchantmarine
페인트 paint; 비료 fertilizer; 도료 paint; 고무 rubber; 플라스틱 plastic plastics; 화성 chemical chemicals; 목재 timber wood
가구 furniture; 산업가스 industrialgases; 밸브 valve; 펌프 pump; 베어링 bearing; 엘리베이터 elevator; 이엔지 eng; 이엔씨 enc
이앤씨 enc ec; 에너빌리티 enerbility; 솔라 solar; 머티리얼즈 materials; 머티리얼 material materials; 이노베이션 innovation
이노텍 innotek; 생활건강 householdhealthcare; 건강 health; 홀딩 holding; 물산업 water; 환경 environment environmental; 인프라 infra
인프라코어 infracore; 제조 manufacturing; 정공 precision; 정기 machinery; 기전 electric; 전장 electronics
통신기술 telecommunication; 네이버 naver; 카카오 kakao; 엔비디아 nvidia; 구글 google; 애플 apple; 아마존 amazon
마이크로소프트 microsoft; 테슬라 tesla; 메타 meta; 인텔 intel; 퀄컴 qualcomm; 호 _; 더 _; 및 _; 회사 company _; 상역 trading
실업 industrial industries industry ind; 무역투자 tradinginvestment; 정공업 precision; 기공 machinery machinetool machine
기계공업 machinery; 전기공업 electric electricindustries; 모직공업 wooltextile; 제혁 tanning leather
화섬 chemicalfiber syntheticfiber; 합섬 syntheticfiber; 자산관리 assetmanagement propertymanagement amc; 기업평가 ratings
신용평가 creditrating ratings; 신용정보 creditinformation; 종합금융 investmentbank merchantbank merchantbanking
종합화학 chemical chemicals; 종합기술 engineering; 종합건설 construction; 종합상사 international; 위성 satellite
위성방송 satellitebroadcasting; 초자 glass; 유화 petrochemical petrochemicals oilchemical oilchemicals
양행 corporation yanghang; 국제 international kukje; 국제약품 internationalpharm; 국제종합 international
주공 casting castings castiron; 제관 can; 포장 packaging; 인쇄 printing; 필름 film films
창업투자 venturecapital ventureinvestment; 벤처 venture ventures; 벤처스 ventures; 신탁 trust; 선물 futures
운송 transportation transport; 터미널 terminal; 스포츠 sports; 뮤직 music; 픽처스 pictures; 프로덕션 production productions
기획 planning; 광고 ad advertising; 커뮤니케이션 communication communications; 커뮤니케이션즈 communications
커뮤니케이션스 communications; 이동통신 mobiletelecom mobile; 하이텍 hitech hitec; 하이테크 hitech; 텍 tech tec tek; 텍스 tex
선박투자회사 shipinvestment shipinvestmentcompany; 선박투자 shipinvestment; 자기관리부동산투자회사 reit
기업구조조정부동산투자회사 reit corporaterestructuringreit crreit; 기업구조조정 corporaterestructuring; 위탁관리 entrusted
유한공사 limited _; 과기집단 technologygroup; 집단 group; 국제집단 internationalgroup; 고분 _
특별자산투자회사 specialassetfund; 전문 specialized; 스마트 smart; 히어로 hero; 드림 dream; 비전 vision
오토모티브 automotive; 모듈 module; 머신 machine; 머시너리 machinery; 일렉트로닉스 electronics; 일렉트릭 electric
일렉트론 electron; 세미콘 semicon semiconductor; 세미텍 semitec semitech; 나노 nano; 마이크로 micro; 마그네틱 magnetic
메카트로닉스 mechatronics; 하이드로 hydro; 인포 info; 인포텍 infotech; 아이티 it; 인터넷 internet; 인터렉티브 interactive
인터랙티브 interactive; 온라인 online; 디지털 digital; 디지탈 digital; 멀티미디어 multimedia; 컴퓨터 computer
컴퓨팅 computing; 컨설팅 consulting; 컨트롤 control controls; 컨트롤스 controls; 엔진 engine; 터빈 turbine; 플랜트 plant
플랜텍 plantec; 제지공업 paper; 펄프제지 pulppaper; 위생 hygiene; 생명공학 biotech biotechnology; 바이오텍 biotech
바이오테크 biotech; 바이오로직스 biologics; 바이오사이언스 bioscience; 바이오메드 biomed; 제약바이오 pharmabio
파마슈티컬 pharmaceutical; 파마슈티컬스 pharmaceuticals; 메디 medi; 메디텍 meditech; 메드 med; 코스메틱 cosmetic cosmetics
코스메틱스 cosmetics; 뷰티 beauty; 내추럴 natural; 네이처 nature; 오일 oil; 워터 water; 그린 green; 에코 eco; 하우스 house
홈 home; 홈데코 homedeco; 리빙 living; 인테리어 interior; 빌딩 building; 시티 city; 타운 town; 랜드 land; 월드와이드 worldwide
유니온 union; 유나이티드 united; 내셔널 national; 퍼시픽 pacific; 오리엔트 orient; 오리엔탈 oriental; 이스트 east
웨스트 west; 사우스 south; 노스 north; 뉴 new; 골드 gold; 실버 silver; 다이아몬드 diamond; 스타 star; 선 sun; 문 moon
블루 blue; 레드 red; 화이트 white; 블랙 black; 킹 king; 퀸 queen; 빅 big; 하이 high hi; 울트라 ultra; 슈퍼 super; 메가 mega
기가 giga; 넷 net; 닷컴 com; 인 in; 온 on; 업 up; 플러스 plus; 플랫폼 platform; 클라우드 cloud; 시큐리티 security
시큐어 secure; 보안 security; 소프트넷 softnet; 인베스트 invest; 캐피털 capital; 에셋 asset; 에셋대우 asset
파이낸스 finance; 파이낸셜 financial; 뱅크 bank; 페이 pay; 커머스 commerce; 마켓 market; 마트 mart; 스토어 store; 몰 mall
샵 shop; 브랜드 brand; 브랜즈 brands; 트레이딩 trading; 로지스 logis; 로지스틱스 logistics; 익스프레스 express; 에어 air
에어로 aero; 에어로스페이스 aerospace; 스페이스 space; 마린 marine; 오션 ocean; 쉬핑 shipping; 쉽 ship; 카 car
타이어앤테크놀로지 tiretechnology; 연료전지 fuelcell; 퓨얼셀 fuelcell; 태양광 solar; 풍력 windpower; 발전 power; 수력 hydro
원자력 nuclear; 지역난방 districtheating; 난방 heating; 난방공사 districtheating; 공항 airport; 공사 corporation _
철도 railroad railway; 전철 railway; 특수 special; 특수선 specialwire; 신소재공업 newmaterial; 강선 steelwire wire; 선재 wire
로프 rope; 철관 steelpipe; 강재 steel; 제선 wire; 알루미늄 aluminum aluminium; 동 copper; 구리 copper; 아연 zinc; 금 gold
광업 mining; 광산 mining; 석탄 coal; 흑연 graphite; 카본 carbon; 탄소 carbon; 실리콘 silicon; 세라믹 ceramic ceramics
세라믹스 ceramics; 요업 ceramics; 내화 refractories; 유리공업 glass; 콘크리트 concrete; 레미콘 remicon readymixedconcrete
건재 constructionmaterials; 자재 materials; 산업자재 industrialmaterials; 도자기 chinaware; 피앤씨 pnc; 씨앤씨 cnc
이앤에스 ens es; 알앤에스 rs; 에이앤디 ad; 제과업 confectionery; 제빵 bakery; 식료 food; 식품공업 food; 유가공 dairy
낙농 dairy; 축산 livestock; 육가공 meat; 사조 sajo; 해태 haitai; 농심 nongshim; 오뚜기 ottogi; 대상 daesang; 제 _
)";

} // namespace attache::resolve
