// Parses iCalendar files with a second parser (ical.js) and fails on any complaint: node e2e/ics.mjs FILE.ics...
import ICAL from 'ical.js';
import { readFile } from 'node:fs/promises';

const needed = { vcalendar: ['version', 'prodid'], vevent: ['uid', 'dtstamp', 'dtstart'] };

// Everything that RFC 5545 forbids and a strict importer refuses; one sentence each.
function complaints(text) {
  const found = [];
  const bytes = (line) => new TextEncoder().encode(line).length;
  if (/[^\r]\n/.test(text)) found.push('a line does not end in CRLF (section 3.1)');
  text.split('\r\n').forEach((line, at) => bytes(line) > 75 && found.push(`line ${at + 1} is longer than 75 octets (section 3.1)`));
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const name of needed.vcalendar) if (!calendar.hasProperty(name)) found.push(`the calendar has no ${name.toUpperCase()}`);
  const zones = new Set(calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid')));
  const events = calendar.getAllSubcomponents('vevent');
  if (events.length === 0) found.push('the calendar has no event');
  const seen = new Set();
  for (const component of events) found.push(...event_complaints(component, zones, seen));
  return { found, events: events.length, zones: zones.size };
}

function event_complaints(component, zones, seen) {
  const found = [];
  const uid = component.getFirstPropertyValue('uid') ?? '?';
  const key = `${uid} ${component.getFirstPropertyValue('recurrence-id') ?? ''}`;
  if (seen.has(key)) found.push(`${uid} stands twice`);
  seen.add(key);
  for (const name of needed.vevent) if (component.getAllProperties(name).length !== 1) found.push(`${uid} has ${component.getAllProperties(name).length} ${name.toUpperCase()}, not one`);
  for (const property of component.getAllProperties()) {
    const zone = property.getParameter('tzid');
    if (zone && !zones.has(zone)) found.push(`${uid}: ${property.name.toUpperCase()} names the zone ${zone}, which has no VTIMEZONE`);
  }
  const event = new ICAL.Event(component);
  if (event.endDate && event.startDate && event.endDate.compare(event.startDate) < 0) found.push(`${uid} ends before it starts`);
  return found;
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('ics: name at least one file');
  process.exit(2);
}
let failed = 0;
for (const file of files) {
  try {
    const { found, events, zones } = complaints(await readFile(file, 'utf8'));
    failed += found.length > 0 ? 1 : 0;
    console.log(`${file}: ${events} events, ${zones} zones, ${found.length} complaints${found.map((one) => `\n  ${one}`).join('')}`);
  } catch (error) {
    failed += 1;
    console.log(`${file}: ${error.message}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
