/**
 * What is guessed first. Those who guess take these words, write them with capitals or figures for letters, and put a year or 123 behind them:
 * so a password is refused when it comes down to one of them. Lower case, letters alone.
 */
const latin = `
password passwort passwords passw passwd passcode letmein welcome admin administrator root user guest login logon signin test tester testing demo
default secret changeme changeit temp temporary master access system server manager office company oracle database public internet computer
windows microsoft google apple facebook twitter instagram youtube linkedin tencent alibaba taobao alipay wechat weixin baidu huawei xiaomi
samsung nokia motorola android iphone qwerty qwertz azerty qwert qwer asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc iloveyou iloveu
loveyou lovely lover love mylove trustno trustnoone monkey dragon sunshine princess football baseball basketball superman batman spiderman
ironman starwars pokemon pikachu naruto michael jennifer jordan jessica ashley daniel thomas charlie andrew joshua matthew robert william
richard anthony nicole michelle hunter ranger buster soccer hockey killer george harley yankees dallas austin thunder taylor tigger
summer winter spring autumn january february march april june july august september october november december monday tuesday wednesday
thursday friday saturday sunday shadow phoenix mustang corvette ferrari porsche mercedes toyota honda whatever freedom flower cheese
chocolate cookie banana orange purple yellow silver golden diamond pepper ginger maggie bailey hello helloworld hallo bonjour goodluck
happy forever together family friend friends angel angels babygirl baby butterfly jesus jesuschrist blessed heaven faith matrix hacker
hackers ninja samurai warrior wizard merlin gandalf guardian champion winner victory legend zaqwsx abc abcd abcdef abcdefg abcdefgh
woaini woaiwojia woaini woaiziji wobuzhidao wodemima wozhidao woshishui woshi mima mimamima nihao nihaoma zhongguo beijing shanghai hangzhou
shenzhen guangzhou chengdu wuhan nanjing tianjin chongqing xian zhang wang zhao chen yang huang zhou zhangwei wangwei wangfang liwei lili
wangli zhangli zhangjie wangjing lijing zhangmin wangyan liming wangming xiaoming meimei gege didi jiejie mama baba laopo laogong baobao
baobei qinaide aini wanshiruyi gongxifacai facai dafa yiluping ping pingan kuaile shengri xingfu jiankang nishishui buzhidao caonima
tiancai shuaige meinv tamade kefu xiaoshou caiwu renshi gongsi zhike yunshan crm zhikecrm customer customers sales service finance marketing
pass word mypassword thepassword newpassword oldpassword yourpassword adminadmin rootroot testtest useruser passpass superuser superadmin
sysadmin webmaster postmaster hostmaster support helpdesk operator supervisor director president employee security backup development
developer production staging qwertyuiop qwertyui asdfghjk poiuytrewq lkjhgfdsa mnbvcxz zaq xsw cde vfr bgt nhy mju wsx edc rfv tgb yhn ujm
liverpool chelsea arsenal barcelona realmadrid manchester juventus manutd england london paris newyork america canada australia france
germany brasil mexico india china japan korea tokyo asia europe king queen prince knight lord money dollar rich lucky seven number one first
fuckyou fuckme fuckoff asshole bullshit biteme sexy hottie playboy badboy badgirl pussy dickhead motherfucker whatthefuck
administrator administrateur contrasena contrasenha senha motdepasse parola haslo kennwort geheim sommer winter fruehling herbst
`
const chinese = '密码 我的密码 管理员 测试 我爱你 你好 中国 生日快乐 恭喜发财 万事如意 知客 云杉'

/** Words that passwords come down to. */
export const commonWords: ReadonlySet<string> = new Set(`${latin} ${chinese}`.trim().split(/\s+/))

/** Whole passwords that come down to no word and to no walk over the keys, and are guessed first all the same. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `a1b2c3d4e5 a1b2c3d4e5f6 5201314520 5201314521 1314520520 1314521521 0147258369 1472583690 147258369a 9638527410 3692581470 789456123a 7894561230
  159357456852 159753456852 741852963a 7418529630 woaini1314 woaini521 woaini520 520woaini iloveyou520 1qazxsw23edc zaq1xsw2cde3 1qaz2wsx3edc
  p@ssw0rd123 pa55w0rd123 passw0rd123 trustno1trustno1 correcthorsebatterystaple thisisapassword thisismypassword ilovemyself ilovemyfamily
  ihateyou123 nopassword123 letmein123456 openthedoor opensesame 111222333444 112233445566 123123123a 123321123321 1122334455 9876543210a
  0987654321a 1020304050 1234554321 12344321a a12345678910 12345678910 1234567891011 123456789101112 q123456789q z123456789z qq123456789
  wang123456 zhang123456 li12345678 asd123456789 abc123456789 aa123456789 www123456789 qwe123456789 zxc123456789 20082008 19491001a
  blink182blink182 mynoob 18atcskd2w 3rjs1la7qe 1g2w3e4r5t google123google linkedin123 ncc1701dncc1701d thx1138thx1138 rush2112rush2112`
    .trim()
    .split(/\s+/),
)
