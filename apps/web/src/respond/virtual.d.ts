declare module "virtual:survey-base-theme.css"

/** Registers what SurveyJS itself says in a language. */
declare module "survey-core/i18n/*"
