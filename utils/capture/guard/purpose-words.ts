import { words } from './words.ts';

/** What a link is for, by the words of its path: English, German, French, Spanish, Italian, Portuguese, Dutch, and some more. */
export interface PurposeWords {
  kind: 'unsubscribe' | 'reset' | 'invite' | 'magicLink' | 'personal';
  /** How many characters what opens it has at least. */
  least: number;
  /** Within the words joined. */
  stems: RegExp;
  /** As a word of its own. */
  whole: ReadonlySet<string>;
}

const PASSWORD =
  /passw(?:or[dt]|d)|kennwort|motdepasse|mdp|contrasen|clave|senha|palavrapasse|wachtwoord|hasl[oa]|parola|passord|losenord|adgangskode|salasana|heslo|hesla|zugangsdat|logindaten|credential|passcode|passphrase|jelszo|sifre|parool|geslo|lozink|zapork|salasan|slaptazod|matkhau|katasandi|sandi|kodik|κωδικ|συνθηματ|비밀번호|암호|密码|parol|парол|パスワード|密码|密碼/;
const RENEW =
  /reset|init|recup|recover|forg[oe]t|lost|change|create|set|new|edit|update|choose|restore|remind|assist|zuru|vergess|aender|andern|neu|erstell|reinit|oubli|nouveau|perdu|modif|restabl|olvid|cambi|crear|nuev|ripristin|reimpost|dimentic|nuov|smarrit|redefin|esquec|alter|nova|criar|herstel|vergeten|opnieuw|wijzig|nieuw|zmien|zmian|odzysk|przypomn|now[ea]|glem|glom|aterstall|nulstil|tilbakestill|unohtu|obnov|zapom|sifirla|unut|vosstanov|sbros|сброс|восстан|重置|重設|重设|找回|忘記|忘记|再設定|リセット|재설정|찾기|datlai|quenmat|aturulang|lupa|επαναφορ|ξεχασ|pozabljen|zaboravljen|resetuj|uitgat|visszaallit|elfelejtet|resetare|reseteaz|atjaunot|atkurti|taasta|palaut|vaihda|vaiht|nollaa|забыл|смен/;

const LOGIN =
  /auth(?!or)|(?:log|sign)(?:in|on)|anmeld|einlogg|connexion|iniciarsesion|acceso|accedi|accesso|entrar|acessar|inlogg|logowani|prihla|girisyap|вход|войти|ログイン|登录/;
const BY = /(?:e?mail|link|token|code|sms|key|magic|otp|qr|courriel|correo|enlace|lien|einmalig|url)$/;
const ACCOUNT =
  /account|konto|compte|cuenta|conta|profil|e?mail|regist(?:r|er)|signup|enrol|iscrizion|inscri|cadastro/;
const CHANGE =
  /delet|loesch|losch|suppr|elimin|borr|exclu|verwijder|usun|chang|aender|andern|revert|complet|finish|abschl|finali|setup|merge|claim|restore|reactiv|reaktiv|unlock|entsperr|deblo|desblo|sblocc|odblok/;
const NEWS = /newsletter|subscri|anmeld|regist|abonn|optin|iscri|inscri|suscri|inschrijv/;

/** Whether these words, joined, speak of a login without a password, a change to an account, or a subscription's second step. */
export function isOnAccount(joined: string): boolean {
  if (LOGIN.test(joined) && BY.test(joined)) return true;
  return (ACCOUNT.test(joined) && CHANGE.test(joined)) || (NEWS.test(joined) && /doi$/.test(joined));
}

/** Whether these words, joined, speak of a password to be set anew. */
export function isOnPassword(joined: string): boolean {
  return PASSWORD.test(joined) && RENEW.test(joined.replace(PASSWORD, ' '));
}

export const PURPOSES: readonly PurposeWords[] = [
  {
    kind: 'unsubscribe',
    least: 8,
    stems:
      /unsub|optout|ausstieg|abmeld|abbestell|austragen|desabonn|desinscri|desuscri|dessuscri|darsedebaja|cancelarsuscri|anularsuscri|disiscri|cancellaiscri|cancellazioneiscri|cancellazione$|annullaiscri|descadastr|cancelarinscri|cancelarsubscri|cancelarassin|uitschrijv|afmeld|wypis|avregistr|avprenumer|odhlas|leiratkoz|отпис|mailpref|emailpref|emailsettings|managesubscri|subscriptioncenter|preferencecent|preferencescent|communicationpref|notificationpref|einstellungennewsletter|listunsub|配信停止|配信解除|退会|退订|退訂|取消订阅|수신거부|구독취소|abbonamentiannulla|cancellati|dezabon|dezabonare|atsisakyti|odjava|odjavi|odhlasit|odber|tilaus|peruuta|perutilaus|frameld|framelding|avmeld|afmelding|abonelikten|abonelik|listedencik|huydangky|berhentilangganan|διαγραφ|απεγγραφ|відпис|leiratk|rezygn|bounceback|nomore|donotmail|stopmail|emailstop|suppress|manageemail|managepref|updatepref|preferencje|preferenze|voorkeuren|preferencias|präferenzen|kontakteinstell|mailinglist|avslutapren|prenumer|otpis|mutenotif|notificationsmute|stopemail|emailview|viewinbrowser|viewemail|browserview|onlineversion|webversion|viewonline|versionenligne|onlineansicht|imbrowser|mirrorpage|openaswebpage/,
    whole: words(
      'baja unsub subscription subscriptions preferences removeme signoff uns optout leave afmelden',
    ),
  },
  {
    kind: 'reset',
    least: 8,
    stems:
      /passupdate|updatepass|passedit|editpass|newpw|setpw|changepw|wiederherstell|resetpin|pinreset|newpin|pinvergess|unlock|entsperr|passreset|newpass|passchange|changepass|setpass|createpass|resetpw|pw(?:d)?reset|lostpw|forgotpw|(?:reset|lost|forgot|recover)(?:pass|hash)|passrecover|recoveraccount|accountrecover|kontowiederherstell|recuperarcuenta|recuperarconta|recuperaaccount|recuperationcompte|accountherstel/,
    whole: words('rp reset recover recovery forgot forgotten vergessen'),
  },
  {
    kind: 'reset',
    least: 16,
    stems: /passwordlink/,
    whole: words(
      'pass pwd passwd password passwords passwort kennwort mdp motdepasse contrasena senha wachtwoord haslo heslo',
    ),
  },
  {
    kind: 'invite',
    least: 8,
    stems:
      /invit|enrol|einlad|priglas|uitnodig|convid|convite|convoc|zapros|inbjud|invitasjon|пригла|beitret|beitritt|rejoindr|unirse|unete|unisciti|partecipa|participar|deelnem|pozva|pozvan|meghiv|davet|kutsu|inviti|zaproszen|πρόσκλ|προσκλ|招待|邀请|邀請|초대|undangan|loimoi|sharelink|sharedlink|publiclink|guestaccess|guestlink|gastzugang|freigab|partag|compartid|compartilh|condivis|emailstart|esign|joinmeeting|meetupjoin|joinchat/,
    whole: words('join publink signing guest collaborate collab collaboration'),
  },
  {
    // Posts are shared under shorter ids, for all to read.
    kind: 'invite',
    least: 20,
    stems: /snapshot|publicdashboard|^sign$/,
    whole: words('share shares shared sharing'),
  },
  {
    kind: 'magicLink',
    least: 8,
    stems:
      /onetap|multipass|magi[cqs]|inloglink|passwordless|passwortlos|onetime|einmal|loginlink|signinlink|emaillogin|loginemail|(?:direct|direkt|quick|fast|easy|instant|express|sofort|schnell|auto|token|mail)(?:log|sign)in|oneclick|accessorapido|accesorapido|connexionrapide|autoauth|tokenauth|autologin|loginbytoken|tokenlogin|anmeldelink|lienmagique|enlacemagico|linkmagic|eenmalig|usounico|usageunique|verif|confirm|bestatig|bestaetig|aktivier|activat|activer|activar|activac|activeer|ativar|ativac|attivaz|attivare|attivaaccount|attivaconto|conferm|convalid|validat|validar|valider|bevestig|potwierdz|aktywuj|aktywac|aktivov|weryfik|bekraft|bekreft|bekraeft|подтвер|podtver|doubleoptin|optin|subscribeconfirm|freischalt|onay|dogrula|etkinlestir|overen|overit|potvrd|potvrz|aktivac|aktival|megerosit|vahvist|aktivoi|bekreft|godkenn|godkend|confirma|activare|confirmare|επιβεβαι|ενεργοπ|認証|確認|激活|验证|驗證|확인|인증|xacnhan|kichhoat|verifikasi|konfirmasi|aktivasi|patvirtin|apstiprin|kinnita|potrdi|актив/,
    whole: words('otp otl otc mfa 2fa impersonate approve approval signup attiva onboarding accept'),
  },
  {
    // What one person has booked, bought or is asked: whoever has the link may see or change it.
    kind: 'personal',
    least: 8,
    stems:
      /reschedul|cancell?ation|cancelbooking|cancelappointment|managebooking|managereserv|mybooking|guestbooking|bookingdetail|appointment|umbuch|terminabsag|terminverschieb|terminverwalt|terminbestat|stornier|buchungsbestat|buchungverwalt|annulerrdv|annulerrendez|anularcita|cancelarcita|gestionarreserva|gerirreserva|disdici|gestiscipren|modificapren|afzeggen|afspraak|avbok|ombok|boardingpass|boardkarte|bordkarte|eticket|onlineticket|carteembarq|tarjetaembarq|cartaimbarco|claimgift|redeemgift|gutscheineinl|einlosen|einloesen|canjear|riscatt|resgatar|orderstatus|trackorder|trackmyorder|bestellstatus|sendungsstatus|suivicommande|seguimientopedido/,
    whole: words('rdv cita storno redeem rsvp'),
  },
  {
    kind: 'personal',
    least: 16,
    stems:
      /invoice|rechnung|quittung|lieferschein|befund|testergebnis|testresult|unterschreib|unterzeichn|einwilligung|securemessage|secmail|readmsg|umfrageteilnahme|applicationstatus|bewerbungstatus|satisfaction|qrlogin|kassenbon|ebon|zahlungslink|paymentlink|paylink|payinvoice|faktura|fattura|factuur|szamla|発票|发票|請求書/,
    whole: words(
      'receipt receipts facture factures recu factura facturas recibo recibos ricevuta fatura quote quotes estimate estimates angebot devis',
      'presupuesto preventivo orcamento offerte kvitto kvittering paragon payslip payslips lohnabrechnung mandate booking bookings buchung',
      'reservation reservations reserva prenotazione boeking order orders bestellung commande pedido ordine bestelling appointments termin',
      'agreement agreements contract contracts proposal proposals envelope pay payment payments checkout checkouts ticket tickets claim voucher',
      'candidate candidates patient patients survey questionnaire feedback vertrag vertraege zahlung umfrage paiement sondage pago encuesta',
      'pagamento sondaggio',
    ),
  },
];
