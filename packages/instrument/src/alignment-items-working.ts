import type { LikertItem, Localized } from "./instrument.ts"
import { item, reversed } from "./likert-item.ts"

/** How leaders, other teams and decisions carry the direction; last, what people with reports are given. */
export const workingItems: LikertItem<Localized>[] = [
  item("leader-communication", 1, {
    en: "My direct manager explains what our strategy means for our team.",
    de: "Meine direkte Führungskraft erklärt, was unsere Strategie für unser Team bedeutet.",
    fr: "Ma hiérarchie directe explique ce que notre stratégie signifie pour notre équipe.",
    es: "Mi responsable explica qué significa nuestra estrategia para nuestro equipo.",
    tr: "Bağlı olduğum yönetici, stratejimizin ekibimiz için ne anlama geldiğini açıklar.",
    ar: "يشرح مديري المباشر ما تعنيه استراتيجيتنا لفريقنا.",
  }),
  item("leader-communication", 2, {
    en: "What I hear from my direct manager matches what senior leaders say.",
    de: "Was ich von meiner direkten Führungskraft höre, stimmt mit dem überein, was die oberste Leitung sagt.",
    fr: "Ce que me dit ma hiérarchie directe concorde avec ce que dit la direction.",
    es: "Lo que me dice mi responsable coincide con lo que dice la alta dirección.",
    tr: "Bağlı olduğum yöneticiden duyduklarım, üst yönetimin söyledikleriyle örtüşüyor.",
    ar: "ما أسمعه من مديري المباشر يتفق مع ما تقوله القيادة العليا.",
  }),
  item("leader-communication", 3, {
    en: "When our direction changes, I am told the reasons.",
    de: "Wenn sich unsere Richtung ändert, erfahre ich die Gründe.",
    fr: "Quand notre cap change, on m’en explique les raisons.",
    es: "Cuando cambia nuestro rumbo, me explican los motivos.",
    tr: "Yönümüz değiştiğinde bana nedenleri söylenir.",
    ar: "حين يتغير اتجاهنا، تُشرح لي الأسباب.",
  }),
  item("leader-communication", 4, {
    en: "What our leaders do matches what they say about our direction.",
    de: "Was unsere Führungskräfte tun, passt zu dem, was sie über unsere Richtung sagen.",
    fr: "Les actes de nos responsables concordent avec leurs propos sur notre cap.",
    es: "Lo que hacen quienes nos dirigen coincide con lo que dicen sobre nuestro rumbo.",
    tr: "Yöneticilerimizin yaptıkları, yönümüz hakkında söyledikleriyle örtüşüyor.",
    ar: "أفعال قادتنا تطابق ما يقولونه عن اتجاهنا.",
  }),

  item("cross-team", 1, {
    en: "The teams my work depends on pursue the same goals as my team.",
    de: "Die Teams, von denen meine Arbeit abhängt, verfolgen dieselben Ziele wie mein Team.",
    fr: "Les équipes dont dépend mon travail poursuivent les mêmes objectifs que la mienne.",
    es: "Los equipos de los que depende mi trabajo persiguen los mismos objetivos que mi equipo.",
    tr: "İşimin bağlı olduğu ekipler, benim ekibimle aynı hedeflerin peşinden gidiyor.",
    ar: "الفرق التي يعتمد عليها عملي تسعى إلى أهداف فريقي نفسها.",
  }),
  item("cross-team", 2, {
    en: "When teams disagree about what comes first, it gets settled.",
    de: "Wenn Teams sich uneinig sind, was zuerst kommt, wird das geklärt.",
    fr: "Quand des équipes sont en désaccord sur ce qui passe en premier, la question est tranchée.",
    es: "Cuando los equipos discrepan sobre qué va primero, el asunto se resuelve.",
    tr: "Ekipler neyin önce geldiği konusunda farklı düşündüğünde, konu çözüme kavuşturulur.",
    ar: "حين تختلف الفرق على ما يأتي أولًا، يُحسم الخلاف.",
  }),
  reversed("cross-team", 3, {
    en: "The work of other teams often pulls against ours.",
    de: "Die Arbeit anderer Teams läuft unserer oft entgegen.",
    fr: "Le travail d’autres équipes va souvent à l’encontre du nôtre.",
    es: "El trabajo de otros equipos va a menudo en contra del nuestro.",
    tr: "Diğer ekiplerin çalışmaları çoğu zaman bizimkine ters yönde ilerliyor.",
    ar: "كثيرًا ما يسير عمل فرق أخرى في عكس اتجاه عملنا.",
  }),

  item("feedback", 1, {
    en: "I can say openly when I think we are moving in the wrong direction.",
    de: "Ich kann offen sagen, wenn ich denke, dass wir in die falsche Richtung gehen.",
    fr: "Je peux dire ouvertement quand je pense que nous allons dans la mauvaise direction.",
    es: "Puedo decir abiertamente cuándo creo que vamos en la dirección equivocada.",
    tr: "Yanlış yöne gittiğimizi düşündüğümde bunu açıkça söyleyebilirim.",
    ar: "أستطيع أن أقول صراحةً إنني أرى أننا نسير في الاتجاه الخطأ.",
  }),
  item("feedback", 2, {
    en: "When we point out a problem, we hear what became of it.",
    de: "Wenn wir auf ein Problem hinweisen, erfahren wir, was daraus geworden ist.",
    fr: "Quand nous signalons un problème, nous apprenons quelle suite lui a été donnée.",
    es: "Cuando señalamos un problema, nos cuentan qué pasó con él.",
    tr: "Bir sorunu dile getirdiğimizde, sonucunun ne olduğunu öğreniriz.",
    ar: "حين ننبه إلى مشكلة، نعرف ما آلت إليه.",
  }),
  reversed("feedback", 3, {
    en: "Much of what is decided here is dropped along the way.",
    de: "Vieles, was hier beschlossen wird, bleibt auf halbem Weg liegen.",
    fr: "Beaucoup de ce qui est décidé ici est abandonné en cours de route.",
    es: "Mucho de lo que se decide aquí se abandona por el camino.",
    tr: "Burada alınan kararların birçoğu yarı yolda bırakılıyor.",
    ar: "كثير مما يتقرر هنا يُهمل في منتصف الطريق.",
  }),

  item(
    "explaining",
    1,
    {
      en: "I am given what I need to explain our strategy to my team.",
      de: "Ich bekomme, was ich brauche, um meinem Team unsere Strategie zu erklären.",
      fr: "Je reçois ce dont j’ai besoin pour expliquer notre stratégie à mon équipe.",
      es: "Recibo lo que necesito para explicar nuestra estrategia a mi equipo.",
      tr: "Stratejimizi ekibime açıklamak için gereken şeyler bana sağlanıyor.",
      ar: "أحصل على ما أحتاج إليه لأشرح استراتيجيتنا لفريقي.",
    },
    "people-with-reports",
  ),
  item(
    "explaining",
    2,
    {
      en: "I hear about changes of direction before my team asks me about them.",
      de: "Ich erfahre von Richtungsänderungen, bevor mein Team mich danach fragt.",
      fr: "J’apprends les changements de cap avant que mon équipe me questionne à leur sujet.",
      es: "Me entero de los cambios de rumbo antes de que mi equipo me pregunte por ellos.",
      tr: "Yön değişikliklerini, ekibim bana sormadan önce öğreniyorum.",
      ar: "أعلم بتغيرات الاتجاه قبل أن يسألني عنها فريقي.",
    },
    "people-with-reports",
  ),
  item(
    "explaining",
    3,
    {
      en: "I can answer when my team asks why our priorities are what they are.",
      de: "Ich kann antworten, wenn mein Team fragt, warum gerade das unsere Prioritäten sind.",
      fr: "Je sais répondre quand mon équipe demande pourquoi nos priorités sont celles-là.",
      es: "Puedo responder cuando mi equipo pregunta por qué nuestras prioridades son esas.",
      tr: "Ekibim önceliklerimizin neden bunlar olduğunu sorduğunda yanıt verebiliyorum.",
      ar: "أستطيع أن أجيب حين يسألني فريقي لماذا هذه هي أولوياتنا.",
    },
    "people-with-reports",
  ),
]
