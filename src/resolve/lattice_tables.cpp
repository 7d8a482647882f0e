#include "resolve/lattice_tables.h"

namespace attache::resolve {

std::string_view const korean_table = R"(
ㄱ g 1 k 1.1 gh 6 c 6 kk 6 kh 7
ㄲ kk 1.5 gg 3 k 1.6 g 3
ㄴ n .1 nn 6 r 6 l 6
ㄷ d .5 t 2.2 dd 6 dh 7
ㄸ tt 1.5 dd 2.5 t 2 d 2 dt 5
ㄹ r 1.1 l 1.1 n 5 rh 5 _ 4.4 y 7 rr 6 ll 4
ㅁ m .1 mm 6
ㅂ b .7 p 2 v 7 bb 6
ㅃ pp 1.5 bb 2 p 2 b 2
ㅅ s .4 sh 2.5 ss 6
ㅆ ss 1.3 s 1
ㅇ _ .1
ㅈ j .6 jh 5 ch 2 z 5.5 tj 7 g 7 c 6 zh 7
ㅉ jj 1.5 j 2 ch 3 tch 4 tj 5 zz 5
ㅊ ch .2 c 5 j 4.5 tch 7 chh 7 ts 7
ㅋ k .3 c 4 kh 4 q 7
ㅌ t .3 th 3
ㅍ p .4 ph 3 f 4.5
ㅎ h .1 _ 6
ㅏ a .2 ah 3.5 ar 5 aa 4.4 u 7
ㅐ ae 1 e 2.6 ai 2.6 ay 3.5 a 4 eh 5 ei 5 ea 5 aeh 6
ㅑ ya .3 ia 4 yah 4 ja 7
ㅒ yae 1 ye 2
ㅓ eo 1.2 eou 4.4 u 1.8 o 2.4 uh 4 ou 4.2 eu 5 ur 5 oh 5 er 5 e 5.5 a 6 aw 6 eou 7
ㅔ e .6 ae 4 eh 4 ay 4 ei 4 ai 4
ㅕ yeo 1.2 yu 2.2 you 2.4 yo 5 yea 5 ye 3.5 yeu 5 yuh 5 yeu 5 eo 6 iu 7 eu 6 ou 6 yon 8
ㅖ ye .7 yae 4 ae 3.6 e 3.5 ie 5 yeh 5 yei 6 y 6
ㅗ o .3 oh 3.6 oo 4.2 ou 5 au 6 u 5 eo 6 ow 7 ho 8
ㅘ wa .3 oa 4 ua 5 wha 6 wah 5 oua 6
ㅙ wae 1 wai 3 oae 5 we 3 oe 4 whe 6
ㅚ oe 1.2 oi 1.2 we 4.5 e 6 wae 4.5 ue 5 oy 5 oei 6
ㅛ yo .4 you 7 yoh 5 io 6 yeo 5 jo 7
ㅜ u 1 oo 1.2 woo 4 wu 4.5 ou 4.2 uh 4.6 ew 6 ue 6 w 7 o 6 uu 6
ㅝ wo .7 weo 3 wou 5 wu 4.5 uo 4.5 won 8 oo 6
ㅞ we 1 ue 3 wea 6
ㅟ wi .7 ui 3.2 wee 3 ee 5 we 4.5 uy 6 oui 6 ie 6
ㅠ yu .9 yoo 1.6 you 2.8 ue 6 u 3.5 ew 6 iu 6 yuu 6 yeu 6 eu 6
ㅡ eu .9 u 1.8 oo 4.2 uh 5 e 4.5 i 5 o 5 eo 5 _ 7 ou 6 ue 7
ㅢ yee 5 ui 1.2 eui 1.4 ee 3 i 3 uy 5 yi 4 e 4.5 ey 5 eu 6 oui 7 wi 6
ㅣ i .5 ih 4.2 ee 2 y 4.5 ie 5.5 e 6 ea 6 yi 5 ih 6 ey 6 ii 7
- _ .05 h 6 e 7
-ㄱ k .6 g 1.4 gk 6 ck 2.8 c 4.5 ng 5.5 gg 6 kk 6 q 7 gh 6
-ㄲ k .6 g 2 kk 3
-ㄳ k 1 ks 3
-ㄴ n .1 nn 5 ne 6 l 6 hn 6
-ㄵ n 1
-ㄶ n 1
-ㄷ t .7 d 1.5
-ㄹ l .2 r 4 ll 4.2 rl 5 hl 6 le 6
-ㄺ k 1 l 2 lk 2 g 3
-ㄻ m 1 lm 2
-ㄼ l 1
-ㄽ l 1
-ㄾ l 1
-ㄿ p 1
-ㅀ l 1
-ㅁ m .1 mm 5 hm 6
-ㅂ p .5 b 1.5 bp 7
-ㅄ p 1
-ㅅ t 1 s 1.5 d 4
-ㅆ t 1 s 2
-ㅇ ng .1 n 5 g 6 nk 7
-ㅈ t 1 j 2
-ㅊ t 1 ch 2
-ㅋ k 1
-ㅌ t 1
-ㅍ p 1
-ㅎ _ 1 h 1 t 3
)";

std::string_view const foreign_table = R"(
ㄱ g .8 gu 4 gh 4 gg 4 k 4 c 5 gue 6
ㄲ c 1.5 k 1.5 q 3 qu 3 g 3 cc 4
ㄴ n .2 nn 3.5 kn 4.5 gn 4.5 nh 5 hn 6 pn 6
ㄷ d .4 dd 4 th 3 t 4 dh 5
ㄸ t 1 tt 2 th 3 d 3
ㄹ r 1 l 1 _ 3.5 ll 2.8 rr 3.5 rh 4.5 wr 5 hr 6 lh 6 rl 6
ㅁ m .2 mm 3.5 mn 6
ㅂ b .8 v 1.3 bb 4 w 4.5 bh 5 vv 6 p 5 wh 6
ㅃ p 1 pp 2 b 2
ㅅ s .8 ss 3 c 3 th 3.4 sh 2.8 z 4 sc 4 x 3.6 ts 6 ch 4.5 ps 5.5 sch 4 cs 6 sz 5 zs 6
ㅆ s 1 ss 2 sz 3 c 4 z 4 x 4
ㅇ _ .1 h 4 y 6
ㅈ j 1.4 g 2 z 1.6 dg 4.5 ge 5 s 4 x 5 dz 5 zh 3.5 ch 4 gi 4 zz 4 ts 6 y 6 tz 6
ㅉ z 1 ts 1.5 zz 2 cc 3 c 3 tz 3 j 3
ㅊ ch 1 c 3 tch 3.5 ts 4 tz 4 q 3.5 t 2.6 cc 4 cz 4 zz 4 z 4 tsch 5 tsh 6 ci 5 ti 5 cs 5 tu 6
ㅋ c 1.1 k 1.3 ch 3 ck 3.4 q 4 kh 4 x 4 cc 4 qu 3.5 kk 5 cqu 6
ㅌ t .3 tt 3.2 th 3.2 d 5 pt 6 dt 6
ㅍ p 1 f 1.3 ph 2.8 ff 3.5 pp 3.5 v 4 pf 5
ㅎ h .3 j 3 wh 4 kh 4 ch 4 x 4 g 4.5 hh 6 f 6 gh 6 hu 5 ju 6
ㅏ a .6 u 2.6 o 3 ar 3 ah 4 aa 4.5 ea 5.5 e 5 al 6 i 6 ia 5 ha 6 au 6 y 6
ㅐ a .6 ae 3.5 e 4 ai 5 ha 6
ㅑ ya 1 ia 1.5 ja 2.5 iya 5 ea 6 a 5 ija 5
ㅒ ya 2 ye 3
ㅓ e 1.6 u 2 o 2 a 2.4 er 2.2 or 3 ur 3.4 ir 3.6 ar 3.4 ou 4 ea 4 i 4 eo 4 ear 4.5 io 4 re 4.5 our 5 oe 6 au 6 y 6 he 6 aw 6
ㅔ e .6 a 2 ai 3 ay 3.2 ea 4 ae 3.5 ei 4 ey 4 he 6 oe 5 eh 6 ee 6 es 6 et 6 aye 6 hey 6 eha 6
ㅕ ye 1.5 yo 3 ie 2.5 io 4 je 4 ia 4 you 4 e 5 he 6
ㅖ ye 1.5 je 2.5 ie 2 e 3 ier 6
ㅗ o .5 au 3.2 aw 3.5 oa 4 ou 4 ow 3.6 eau 4.5 ho 6 or 3 ore 4 oo 4.5 a 3.5 u 5 al 4 oh 4 oe 5 ot 6 os 6 augh 6 oor 6 oar 6 our 5 aux 6 eaux 6 aur 6 ao 5
ㅘ wa 1.6 ua 1.6 oi 2 oa 3 wha 4 oy 4.5 hua 5 o 5 uo 5 ois 4.5 oua 5 ow 5
ㅙ wa 1 ua 3 wha 4
ㅚ oe 1 o 1.5 eu 2.5 e 5 oeh 5 oi 4 
ㅛ yo 1.5 io 2 jo 3 ho 4 eo 4 yu 5 eau 6 yeo 5
ㅜ u .8 oo 2 ou 2.2 w 2.6 ew 4.5 o 3 ue 5 wu 4.5 uh 5 oe 4.5 ul 6 hu 6 ough 6 uu 6 wo 5 oul 6 v 6
ㅝ wa 2 wo 2 war 3 wor 3 ua 3 uo 3 o 4 who 6 ue 5 we 4 wha 5
ㅞ we 1.4 que 4 ue 1.6 whe 4 wa 4 uel 6 way 4 wai 5 oue 5
ㅟ wi 1.4 ui 1.8 u 1.6 we 3.4 wy 4 hui 5 y 4 ue 3 whi 4 uy 4 vi 4 wee 5 uis 6
ㅠ u 1.6 ew 2.6 yu 2 ue 3.6 you 4 eu 3 ju 3 iu 2.6 yoo 4 hu 5 ieu 5 ui 5 uu 6 io 5 eau 6 iou 5 iew 6 ugh 5
ㅡ _ .5 e 2.6 u 3.8 eu 4 ue 4.5 es 5.5 o 5 ou 5 i 5 s 6 a 5 h 6 oe 6 er 5.5
ㅢ ui 1.5 i 3 u 3 y 4 we 4
ㅣ i .8 y 2 e 2 ee 3 ie 3.4 ea 3.4 ey 3.8 _ 3.6 ii 5 ij 5 ih 6 hi 6 ei 4.2 ia 6 ea 5 j 5 ye 6 is 6 it 6 ini 7 eigh 6 igh 4 ui 5 h 6
- _ .1 r 3.2 h 4.2 e 3.6 re 4.6 gh 5.5 w 5.5 t 5.2 s 5 d 6 x 6 l 5.5 g 6 gn 7 n 6 ts 6.5 p 7 he 6 es 6 ez 6.5 rd 7 rt 7 hr 6 m 7
-ㄱ c 1.3 k 1.4 ck 1.8 g 3 cc 4 x 2.6 kk 5 ch 4 q 4 que 5 ct 6 lk 5 ke 4 gue 6 gg 5
-ㄴ n .3 nn 3 ne 3.4 nd 5.5 m 5 gn 5 nt 5.5 nne 4.5 ng 5 hn 5 nh 6 nc 7 mn 6 mp 7 en 6
-ㄷ d 1 t 1
-ㄹ l .6 ll 1.4 le 3 r 4 lle 3.6 rl 5 el 5 al 6 il 6 lh 6 ls 6 lt 6 hl 5 ld 6 les 6
-ㅁ m .3 mm 3 n 4 me 3.6 mb 4 lm 5 mme 5 hm 6 ms 6 mbe 6 mp 5.5 um 6
-ㅂ p .8 b 1.6 pp 3 pe 4 be 4.5 bb 4.5 ph 6 v 6 f 6
-ㅅ t .8 tt 2.4 te 3.6 d 3 th 4 ts 4.5 ght 5 s 4 tz 6 dt 5 tte 4.6 tch 5 de 6 dd 6
-ㅇ ng 1 n 1.6 nk 4.6 m 4.6 nc 5 ngh 6 ngue 6 en 6 nd 6 nt 6 ns 6 nqu 6
-ㅋ k 1
-ㅌ t 1
-ㅍ p 1
)";

std::string_view const family_table = R"(
김 2.2 kim .1 gim 5.5 ghim 7 keem 7 kym 8
이 2.8 lee .4 yi 3.6 rhee 5 li 5 i 6 ri 6 rhie 7.5 ree 7.5 yee 6.5 e 8 leigh 8 ie 8
박 3.6 park .15 pak 4.5 bak 5 bark 7 pahk 7.5 back 8 pack 8 parc 9
최 4.4 choi .15 choe 4 choy 7 chey 8 che 8 chwe 8 chae 8
정 4.5 jung 1.4 chung 2.4 jeong 2 cheong 5 jong 6 chong 6 joung 6 jeoung 6 jeung 6.5 jyung 8
강 5.4 kang .2 gang 4.5 khang 8 kahng 8
조 5.5 cho .7 jo 1.6 joe 6 choh 7 joh 7 zo 8 chough 9 joo 8
윤 5.6 yoon .8 yun 1.6 youn 4 yune 8 yeun 8
장 5.6 jang .6 chang 1.8 zang 7 jahng 8
임 5.9 lim .3 im 3 yim 4.5 rim 6 leem 7 rhim 7 eim 8 yeem 9
한 6.1 han .2 hahn 4 hann 8
오 6.0 oh .2 o 4.5 oe 9 auh 9
서 6.1 seo 1 suh 1.8 so 5 sur 6 seoh 7 sohr 8 su 6
신 6.1 shin .3 sin 4.5 sheen 7 synn 9
권 6.2 kwon .3 kweon 5 gwon 5 kwun 7 kwoun 8 gweon 6 quon 9 kwan 9
황 6.2 hwang .2 whang 4 whong 9 huang 8 hoang 9
안 6.3 ahn .4 an 2 ann 8 aan 9
송 6.2 song .2 sung 7 soung 8
전 6.5 jeon .9 jun 2 chun 3 chon 5 jon 7 cheon 5 jean 7 juhn 8
홍 6.6 hong .1 hung 8
유 6.4 yoo 1 yu 1.8 ryu 3.4 you 4 yoe 8 lyu 8 ryoo 6 rhew 7.5 ryou 7 lew 9 ew 9
류 8 ryu .8 yoo 2 yu 3 ryoo 4 lyu 6 rhyu 7 rew 8 you 5 liu 7
고 6.8 ko .6 go 2 koh 3 goh 5 kho 9
문 6.8 moon .3 mun 2.5 mon 9
양 6.8 yang .2 ryang 6 liang 8 yaung 9
손 6.8 son .5 sohn 2.2 shon 8 sone 8
배 7 bae .3 pae 4 bai 5 pai 7 bea 7 bay 8 pay 8
백 7.1 baek 1 paik 2.2 baik 3.2 paek 4.4 back 3.4 beck 6 bek 7 peck 7 pack 8
허 7.3 heo 1.6 hur 1.4 huh 2.2 her 5 hu 7 hoh 8 her 5
남 7.5 nam .1 nahm 7
심 7.5 shim .5 sim 2 sheem 8
노 7.2 noh .9 roh 1.8 no 3 ro 5 rho 6 nho 8 nro 9
하 7.8 ha .2 hah 6
곽 8 kwak .3 gwak 4 kwack 6 gwag 8 kwag 7 quak 8
성 8 sung .9 seong 1.6 song 6 soung 7 seung 6 sohng 8
차 8.1 cha .1 char 8 tcha 8
주 8.1 joo .9 ju 1.6 chu 3.6 choo 4 jou 7 jew 9 zu 9
우 8.1 woo .3 wu 4.5 u 5 oo 7 wo 9
구 8 koo .9 ku 2.2 gu 2 goo 4 gou 8 kou 8
나 8.3 na .5 ra 3 rha 6 la 7 nah 6 rah 7
민 8.3 min .1 minn 8
진 8.4 jin .4 chin 2.6 jean 8
지 8.6 ji .5 chi 3 jee 3.4 gee 6 jhi 8 chee 6
엄 8.6 eom 1.4 um 1.6 uhm 3 ohm 6 aum 7 eum 6 om 6
채 8.7 chae .6 chai 3 che 5 chea 8 chay 8
원 8.8 won .2 weon 5 one 8 woon 7
천 8.8 cheon .7 chun 1.8 chon 4 chyun 8 chean 8
방 9 bang .3 pang 3 bahng 6 pahng 7
공 9.1 kong .6 gong 1.5
현 9.2 hyun .7 hyeon 1.8 hyon 5 hyoun 6 hyen 7
함 9.3 ham .2 hahm 4 haam 8
변 9.3 byun .9 byeon 2 pyun 4 byon 5 pyon 6 byoun 6 bion 9
염 9.4 yeom .8 yum 2 yom 4 youm 4 ryom 7 lyeom 8 yeum 6
여 9.6 yeo .9 yuh 4 yo 4 lyeo 6 yea 7 ryeo 6 yu 7
추 9.7 choo 1 chu 1 chew 6
도 9.7 do .4 to 4 doh 4 doe 8 toh 7
소 9.8 so .6 soh 2 sho 7
석 9.9 seok 1 suk 1.5 sok 5 suck 6 seog 6 sug 7 sock 8
선 9.9 sun .9 seon 1.5 son 6 sunn 8
설 9.9 seol .8 sul 1.8 sol 5 sull 7 suhl 7
마 10 ma .2 mah 4
길 10 gil 1 kil 1 gill 6 kihl 8
연 10 yeon .8 youn 3 yun 3 yon 4 yeoun 6
위 10 wi .6 wee 3 we 5 wie 6 ui 6
표 10 pyo .4 phyo 6 pio 8
명 10 myung .8 myeong 1.4 myong 5 myoung 4
기 10 ki .6 gi 1.6 kee 4 key 7 gee 7
반 10 ban .4 pan 3 bahn 5 van 8
라 10.5 ra .5 la 4 rah 6 na 6
왕 10.5 wang .1
금 10.5 keum 1 geum 1.2 kum 4 gum 6 kim 7
옥 10.5 ok 1 ock 2 oak 4 og 7
육 10.5 yuk .9 yook 1.6 youk 5 ryuk 6
인 10.5 in .4 ihn 6
맹 10.6 maeng .4 meng 4
제 10.6 je .6 jae 5 jeh 6 che 6
모 10.6 mo .4 moh 4
탁 10.7 tak .3 tark 6 tahk 7
국 10.8 kook 1 guk 1.6 kuk 2 gook 4 cook 8
어 10.8 eo 1.5 uh 2 auh 6 oh 7 er 6
은 10.8 eun .7 un 3 ehn 7
편 10.8 pyun 1 pyeon 1.2 pyon 5
용 10.8 yong .3 yung 7 young 7
예 10.8 ye .5 yeh 5 yae 6
봉 10.9 bong .3 pong 4
경 10.9 kyung 1 gyeong 1.6 kyong 4 kyoung 4
사 10.9 sa .3 sah 5
부 10.9 boo 1 bu 1.2 pu 4 poo 6
가 11 ka 1 ga 1
태 11.2 tae .4 tai 5
계 11.2 kye 1 gye 1.2
피 11.2 pi .6 pee 4
감 11.3 kam 1 gam 1
간 11.4 kan 1 gan 1
빈 11.5 bin .5
동 11.5 dong .3 tong 5
온 11.6 on .6 ohn 5
호 11.6 ho .5
목 11.7 mok .5 mock 6
판 11.9 pan .6
승 12 seung .9 sung 3
범 12 beom .9 bum 2 bohm 6
시 12 si 1 shi 1
단 12 dan .5
견 12 kyun 1.4 gyeon 1 kyeon 3
당 12 dang .5
화 12 hwa .5
팽 12 paeng .8 peng 3
궁 12 koong 1.5 gung 1.5 goong 3
남궁 10.6 namgung 1 namkung 2 namgoong 2 namkoong 2 nangung 6
황보 11.6 hwangbo .4 whangbo 5
제갈 11.8 jegal .5 jekal 4 chegal 5
선우 11.4 sunwoo .8 seonwoo 1.6 seonu 5 sunu 5 sonu 7
독고 13 dokgo .6 dokko 3 tokko 5
사공 12.8 sagong .5 sakong 1.6
서문 13 seomun .9 suhmoon 4 seomoon 2 suhmun 5
동방 14 dongbang .5
)";

std::u32string_view const given_syllables = U"가강건걸겸경계고곤관광교구국군권규균근금기길나남노다단달담대덕도동두라란"
                                            U"람래량련렬령례로록룡루류률름리린림만명모목무문미민"
                                            U"방배백범법병보복봄봉부빈사삼상새서석선설섭성세소솔송수숙순술숭슬승시식신"
                                            U"실아안애양언엄여연열영예오옥온완왕요용우욱운웅원월"
                                            U"위유윤율은을의이익인일임자장재전정제조종좌주준중지진집찬창채천철청초춘출"
                                            U"충치칠탁태택필하학한해향헌혁현형혜호홍화환황회효훈"
                                            U"휘희흠흥";

} // namespace attache::resolve
