import { words } from './words.ts';

/** What a link is for, by the words of its path: English, German, French, Spanish, Italian, Portuguese, Dutch, and some more. */
export interface PurposeWords {
  kind: 'unsubscribe' | 'reset' | 'invite' | 'magicLink';
  /** How many characters what opens it has at least. */
  least: number;
  /** Within the words joined. */
  stems: RegExp;
  /** As a word of its own. */
  whole: ReadonlySet<string>;
}

const PASSWORD =
  /passw(?:or[dt]|d)|kennwort|motdepasse|mdp|contrasen|clave|senha|palavrapasse|wachtwoord|hasl[oa]|parola|passord|losenord|adgangskode|salasana|heslo|jelszo|sifre|parol|парол|パスワード|密码|密碼/;
const RENEW =
  /reset|recup|recover|forg[oe]t|lost|change|create|set|new|edit|update|choose|restore|remind|assist|zuru|vergess|aender|andern|neu|erstell|reinit|oubli|nouveau|perdu|modif|restabl|olvid|cambi|crear|nuev|ripristin|reimpost|dimentic|nuov|smarrit|redefin|esquec|alter|nova|criar|herstel|vergeten|opnieuw|wijzig|nieuw|zmien|zmian|odzysk|przypomn|now[ea]|glem|glom|aterstall|nulstil|tilbakestill|unohtu|obnov|zapom|sifirla|unut|vosstanov|sbros|сброс|восстан|重置|找回/;

/** Whether these words, joined, speak of a password to be set anew. */
export function isOnPassword(joined: string): boolean {
  return PASSWORD.test(joined) && RENEW.test(joined.replace(PASSWORD, ' '));
}

export const PURPOSES: readonly PurposeWords[] = [
  {
    kind: 'unsubscribe',
    least: 8,
    stems:
      /unsub|optout|abmeld|abbestell|austragen|desabonn|desinscri|desuscri|dessuscri|darsedebaja|cancelarsuscri|anularsuscri|disiscri|cancellaiscri|cancellazioneiscri|cancellazione$|annullaiscri|descadastr|cancelarinscri|cancelarsubscri|cancelarassin|uitschrijv|afmeld|wypis|avregistr|avprenumer|odhlas|leiratkoz|отпис|mailpref|emailpref|emailsettings|managesubscri|subscriptioncenter|preferencecent|preferencescent|communicationpref|notificationpref|einstellungennewsletter|listunsub|配信停止/,
    whole: words('baja unsub subscription subscriptions preferences removeme'),
  },
  {
    kind: 'reset',
    least: 8,
    stems:
      /resetpw|pw(?:d)?reset|lostpw|forgotpw|(?:reset|lost|forgot|recover)(?:pass|hash)|passrecover|recoveraccount|accountrecover|kontowiederherstell|recuperarcuenta|recuperarconta|recuperaaccount|recuperationcompte|accountherstel/,
    whole: words('rp reset recover recovery forgot forgotten vergessen'),
  },
  {
    kind: 'invite',
    least: 8,
    stems:
      /invit|einlad|uitnodig|convid|convite|convoc|zapros|inbjud|invitasjon|пригла|beitret|beitritt|rejoindr|unirse|unete|unisciti|partecipa|participar|deelnem|sharelink|sharedlink|publiclink|guestaccess|guestlink|gastzugang|freigab|partag|compartid|compartilh|condivis|emailstart|esign|joinmeeting|meetupjoin|joinchat/,
    whole: words('join publink signing guest collaborate'),
  },
  {
    // Posts are shared under shorter ids, for all to read.
    kind: 'invite',
    least: 20,
    stems: /snapshot|publicdashboard/,
    whole: words('share shared sharing'),
  },
  {
    kind: 'magicLink',
    least: 8,
    stems:
      /magi[cqs]|inloglink|passwordless|passwortlos|onetime|einmal|loginlink|signinlink|emaillogin|loginemail|autologin|loginbytoken|tokenlogin|anmeldelink|lienmagique|enlacemagico|linkmagic|eenmalig|usounico|usageunique|verif|confirm|bestatig|bestaetig|aktivier|activat|activer|activar|activac|activeer|ativar|ativac|attivaz|attivare|attivaaccount|attivaconto|conferm|convalid|validat|validar|valider|bevestig|potwierdz|aktywuj|aktywac|aktivov|weryfik|bekraft|bekreft|bekraeft|подтвер|doubleoptin|optin|subscribeconfirm|freischalt/,
    whole: words('otp otl otc mfa 2fa approve signup attiva'),
  },
];
