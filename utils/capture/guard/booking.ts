import type { Link } from './link.ts';
import type { Piece } from './piece.ts';
import { words, wordsOf } from './words.ts';

/** Numbers of bookings, orders, parcels: who has one and knows the second thing gets at all of it. */
const THINGS =
  /^(?:pnr|pnrcode|(?:record)?locator|localizador|(?:(?:booking|reservation|reservierungs?|buchungs?|order|auftrags?|bestell|vorgangs?|ticket|itinerary|trip|confirmation|parcel|package|tracking|shipment|sendungs?|consignment|colis|suivi|commande|reserva|reservation|pedido|prenotazione|ordine|spedizione|boekings?|bestelling|pakket|paket|zamowienie|rezervace|invoice|rechnungs?|facture|case|claim|policy|kunden|customer|vertrags?|contract|barcode|match|pk)(?:id|ref|reference|referenz|code|number|num|no|nr|nummer|key|locator|numero)|(?:numero|codigo|codice|code|num|ref|reference)(?:de|di|do|da|la)?(?:reserva|reservation|pedido|commande|dossier|prenotazione|ordine|spedizione|envio|suivi|colis|encomenda|facture|factura|fattura)|piececode|bookingcode|buchungscode|dossier|reservationcode))$/;
/** The same by a word alone, beside a number of eight characters or more. */
const BARE = words(
  'tracking match confirmation order booking reservation resid resnum bn tn shipment parcel case auftrag',
);
const LONG = /^(?=.*\d{4})[A-Z\d-]{8,40}$/i;
const IBAN = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/;
/** What only they know: a family name, or where a parcel goes. */
const KNOWN = words(
  'lastname surname familyname nachname nom nomfamille nomdefamille apellido apellidos cognome sobrenome achternaam efternamn etternavn',
  'last lname pincode nazwisko prijmeni sukunimi soyad soyadi passengername guestname paxname zip zipcode postcode postalcode plz postleitzahl codepostal',
  'codigopostal cp cap cep psc postnummer postnr kodpocztowy iranyitoszam pin',
);
const BIRTH =
  /^(?:dob|birth(?:day|date)|dateofbirth|bday|geburts?(?:tag|datum)|gebdatum|(?:date)?(?:de)?naissance|(?:fecha|data)(?:de|di)?(?:nacimiento|nascita|nascimento)|geboortedatum|fodelsedatum|fodselsdato|dataurodzenia|datumnarozeni)$/;
const DATE =
  /^(?:19|20)\d\d[-./]?[01]\d[-./]?[0-3]\d$|^[0-3]?\d[-./][0-3]?\d[-./](?:19|20)?\d\d$|^[0-3]\d[01]\d(?:19|20)\d\d$/;
/** Of some length, with a digit, or six capitals as airlines have them. */
const NUMBER = /^(?=[\w.-]*\d|[A-Z]{5,8}$)[\w.-]{4,40}$/;

/** Whether a parameter opens somebody's booking together with another one, or says when somebody was born. */
export function isBooking({ name, value }: Piece, { knowsWhose }: Link): boolean {
  if (!name) return false;
  const joined = wordsOf(name).join('');
  if (BIRTH.test(joined)) return DATE.test(value);
  if (joined === 'iban') return IBAN.test(value.replaceAll(/[ +]/g, ''));
  return (
    knowsWhose && ((THINGS.test(joined) && NUMBER.test(value)) || (BARE.has(joined) && LONG.test(value)))
  );
}

/** Whether a parameter is the second thing beside a number. */
export function isKnown({ name, value }: Piece): boolean {
  const known = wordsOf(name).join('');
  return value.length > 1 && (KNOWN.has(known) || (BIRTH.test(known) && DATE.test(value)));
}
