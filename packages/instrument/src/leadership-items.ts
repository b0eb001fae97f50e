import type { LikertItem, Localized } from "./instrument.ts"

/** Statements about the team that the respondent leads in, first person, one thought each, none with "not". */
export const leadershipItems: LikertItem<Localized>[] = [
  item("team-message", 1, {
    en: "I could explain our direction in the same words as the others in this team.",
    de: "Ich könnte unsere Richtung mit denselben Worten erklären wie die anderen in diesem Team.",
    fr: "Je pourrais expliquer notre cap avec les mêmes mots que les autres membres de cette équipe.",
    es: "Podría explicar nuestro rumbo con las mismas palabras que el resto de este equipo.",
    tr: "Yönümüzü bu ekipteki diğer kişilerle aynı sözlerle anlatabilirim.",
    ar: "أستطيع أن أشرح وجهتنا بالكلمات نفسها التي يستعملها بقية هذا الفريق.",
  }),
  item("team-message", 2, {
    en: "My area hears the same about our direction from me as other areas hear from their leaders.",
    de: "Mein Bereich hört von mir dasselbe über unsere Richtung wie andere Bereiche von ihrer Leitung.",
    fr: "Mon service entend de moi, sur notre cap, la même chose que les autres services de leurs responsables.",
    es: "Mi área oye de mí sobre nuestro rumbo lo mismo que otras áreas oyen de sus responsables.",
    tr: "Bölümüm, yönümüz hakkında benden, diğer bölümlerin kendi yöneticilerinden duyduğunun aynısını duyuyor.",
    ar: "يسمع قسمي مني عن وجهتنا ما تسمعه الأقسام الأخرى من مسؤوليها.",
  }),
  item("team-priorities", 1, {
    en: "I know the few things that this team puts first at present.",
    de: "Ich kenne die wenigen Dinge, die dieses Team derzeit an erste Stelle setzt.",
    fr: "Je connais les quelques sujets que cette équipe fait passer en premier en ce moment.",
    es: "Conozco las pocas cosas que este equipo pone en primer lugar en este momento.",
    tr: "Bu ekibin şu sıralar öne koyduğu birkaç konuyu biliyorum.",
    ar: "أعرف الأمور القليلة التي يضعها هذا الفريق في المقدمة حاليًا.",
  }),
  item("team-priorities", 2, {
    en: "When two of our priorities compete, I know which one comes first.",
    de: "Wenn zwei unserer Prioritäten miteinander konkurrieren, weiß ich, welche vorgeht.",
    fr: "Quand deux de nos priorités se concurrencent, je sais laquelle passe en premier.",
    es: "Cuando dos de nuestras prioridades compiten, sé cuál va primero.",
    tr: "İki önceliğimiz çatıştığında hangisinin önce geldiğini biliyorum.",
    ar: "حين تتزاحم أولويتان من أولوياتنا أعرف أيتهما تتقدم.",
  }),
  item("team-one-voice", 1, {
    en: "After a decision I hear the same account of it from everybody in this team.",
    de: "Nach einer Entscheidung höre ich von allen in diesem Team dieselbe Darstellung.",
    fr: "Après une décision, j’entends la même version de la part de chaque membre de cette équipe.",
    es: "Después de una decisión oigo la misma versión de todas las personas de este equipo.",
    tr: "Bir karardan sonra bu ekipteki herkesten aynı anlatımı duyuyorum.",
    ar: "بعد اتخاذ القرار أسمع الرواية نفسها من جميع أعضاء هذا الفريق.",
  }),
  item("team-one-voice", 2, {
    en: "Outside our meetings I stand up for our decisions as if each were my own.",
    de: "Außerhalb unserer Sitzungen vertrete ich unsere Entscheidungen, als wäre jede meine eigene.",
    fr: "En dehors de nos réunions, je défends nos décisions comme si chacune était la mienne.",
    es: "Fuera de nuestras reuniones defiendo nuestras decisiones como si cada una fuera mía.",
    tr: "Toplantılarımızın dışında kararlarımızı, her biri benim kararımmış gibi savunuyorum.",
    ar: "خارج اجتماعاتنا أدافع عن قراراتنا كأن كلًا منها قراري.",
  }),
  item("team-disagreement", 1, {
    en: "When I see something differently, I say so in this team.",
    de: "Wenn ich etwas anders sehe, spreche ich es in diesem Team an.",
    fr: "Quand je vois une chose autrement, je le dis dans cette équipe.",
    es: "Cuando veo algo de otra manera, lo digo en este equipo.",
    tr: "Bir konuyu farklı gördüğümde bunu bu ekipte söylüyorum.",
    ar: "حين أرى أمرًا بطريقة مختلفة أقول ذلك في هذا الفريق.",
  }),
  item("team-disagreement", 2, {
    en: "When I disagree, the others want to know my reasons.",
    de: "Wenn ich widerspreche, wollen die anderen meine Gründe wissen.",
    fr: "Quand j’exprime un désaccord, les autres veulent connaître mes raisons.",
    es: "Cuando discrepo, los demás quieren conocer mis razones.",
    tr: "Karşı çıktığımda diğerleri gerekçelerimi öğrenmek istiyor.",
    ar: "حين أخالف الرأي يريد الآخرون أن يعرفوا أسبابي.",
  }),
  {
    ...item("team-disagreement", 3, {
      en: "I keep some of my doubts to myself in our meetings.",
      de: "Manche meiner Bedenken behalte ich in unseren Sitzungen für mich.",
      fr: "Dans nos réunions, je garde certains de mes doutes pour moi.",
      es: "En nuestras reuniones me guardo algunas de mis dudas.",
      tr: "Toplantılarımızda bazı kuşkularımı kendime saklıyorum.",
      ar: "أحتفظ ببعض شكوكي لنفسي في اجتماعاتنا.",
    }),
    reverse: true,
  },
  item("team-decisions", 1, {
    en: "At the end of a discussion I know what we have decided.",
    de: "Am Ende einer Diskussion weiß ich, was wir entschieden haben.",
    fr: "À la fin d’une discussion, je sais ce que nous avons décidé.",
    es: "Al final de una discusión sé qué hemos decidido.",
    tr: "Bir tartışmanın sonunda neye karar verdiğimizi biliyorum.",
    ar: "في نهاية كل نقاش أعرف ماذا قررنا.",
  }),
  {
    ...item("team-decisions", 2, {
      en: "We reopen decisions that I thought were settled.",
      de: "Wir rollen Entscheidungen wieder auf, die ich für erledigt hielt.",
      fr: "Nous rouvrons des décisions que je croyais prises.",
      es: "Reabrimos decisiones que yo daba por cerradas.",
      tr: "Kesinleştiğini sandığım kararları yeniden açıyoruz.",
      ar: "نعيد فتح قرارات كنت أظنها محسومة.",
    }),
    reverse: true,
  },
  item("team-follow-through", 1, {
    en: "For each of our decisions I know who does what by when.",
    de: "Bei jeder unserer Entscheidungen weiß ich, wer bis wann was tut.",
    fr: "Pour chacune de nos décisions, je sais qui fait quoi et pour quand.",
    es: "En cada una de nuestras decisiones sé quién hace qué y para cuándo.",
    tr: "Her kararımızda kimin neyi ne zamana kadar yapacağını biliyorum.",
    ar: "في كل قرار من قراراتنا أعرف من يفعل ماذا ومتى.",
  }),
  item("team-follow-through", 2, {
    en: "In this team I see us check whether our decisions were carried out.",
    de: "Ich erlebe, dass wir in diesem Team prüfen, ob unsere Entscheidungen umgesetzt wurden.",
    fr: "Dans cette équipe, je nous vois vérifier si nos décisions ont été mises en œuvre.",
    es: "En este equipo veo que comprobamos si nuestras decisiones se han llevado a cabo.",
    tr: "Bu ekipte kararlarımızın uygulanıp uygulanmadığını denetlediğimizi görüyorum.",
    ar: "أرى في هذا الفريق أننا نتحقق من تنفيذ قراراتنا.",
  }),
]

function item(construct: string, number: number, text: Localized): LikertItem<Localized> {
  return { type: "likert", id: `${construct}-${number}`, construct, text, audience: "everyone" }
}
