/** Unit symbol -> its name for one and for many (American spelling). `m` alone is read by context, not by this table. */
export const units: Record<string, [one: string, many: string]> = {
  km: ['kilometer', 'kilometers'], cm: ['centimeter', 'centimeters'], mm: ['millimeter', 'millimeters'],
  µm: ['micrometer', 'micrometers'], nm: ['nanometer', 'nanometers'], mi: ['mile', 'miles'], ft: ['foot', 'feet'],
  yd: ['yard', 'yards'], ha: ['hectare', 'hectares'], ly: ['light year', 'light years'], au: ['A U', 'A U'],
  kg: ['kilogram', 'kilograms'], g: ['gram', 'grams'], mg: ['milligram', 'milligrams'], µg: ['microgram', 'micrograms'],
  lb: ['pound', 'pounds'], lbs: ['pound', 'pounds'], oz: ['ounce', 'ounces'], t: ['ton', 'tons'], Mt: ['megaton', 'megatons'],
  l: ['liter', 'liters'], L: ['liter', 'liters'], ml: ['milliliter', 'milliliters'], mL: ['milliliter', 'milliliters'],
  mph: ['mile per hour', 'miles per hour'], kph: ['kilometer per hour', 'kilometers per hour'],
  h: ['hour', 'hours'], hr: ['hour', 'hours'], hrs: ['hour', 'hours'], min: ['minute', 'minutes'], mins: ['minute', 'minutes'],
  s: ['second', 'seconds'], sec: ['second', 'seconds'], secs: ['second', 'seconds'], ms: ['millisecond', 'milliseconds'],
  KB: ['kilobyte', 'kilobytes'], kB: ['kilobyte', 'kilobytes'], MB: ['megabyte', 'megabytes'],
  GB: ['gigabyte', 'gigabytes'], TB: ['terabyte', 'terabytes'], PB: ['petabyte', 'petabytes'],
  kbps: ['kilobit per second', 'kilobits per second'], Mbps: ['megabit per second', 'megabits per second'],
  Gbps: ['gigabit per second', 'gigabits per second'],
  Hz: ['hertz', 'hertz'], kHz: ['kilohertz', 'kilohertz'], MHz: ['megahertz', 'megahertz'], GHz: ['gigahertz', 'gigahertz'],
  W: ['watt', 'watts'], kW: ['kilowatt', 'kilowatts'], MW: ['megawatt', 'megawatts'], GW: ['gigawatt', 'gigawatts'],
  Wh: ['watt hour', 'watt hours'], kWh: ['kilowatt hour', 'kilowatt hours'], MWh: ['megawatt hour', 'megawatt hours'],
  GWh: ['gigawatt hour', 'gigawatt hours'], TWh: ['terawatt hour', 'terawatt hours'], mAh: ['milliamp hour', 'milliamp hours'],
  V: ['volt', 'volts'], kV: ['kilovolt', 'kilovolts'], mV: ['millivolt', 'millivolts'], J: ['joule', 'joules'],
  kJ: ['kilojoule', 'kilojoules'], kcal: ['kilocalorie', 'kilocalories'], Pa: ['pascal', 'pascals'],
  hPa: ['hectopascal', 'hectopascals'], kPa: ['kilopascal', 'kilopascals'], psi: ['P S I', 'P S I'],
  dB: ['decibel', 'decibels'], ppm: ['part per million', 'parts per million'], ppb: ['part per billion', 'parts per billion'],
  rpm: ['revolution per minute', 'revolutions per minute'], bpm: ['beat per minute', 'beats per minute'],
  fps: ['frame per second', 'frames per second'], px: ['pixel', 'pixels'], MP: ['megapixel', 'megapixels'],
  'sq km': ['square kilometer', 'square kilometers'], 'sq mi': ['square mile', 'square miles'],
  'sq ft': ['square foot', 'square feet'], 'm/s': ['meter per second', 'meters per second'],
  'm²': ['square meter', 'square meters'], 'm³': ['cubic meter', 'cubic meters'], Ω: ['ohm', 'ohms'],
}; // prettier-ignore

/** Longest first, so that a pattern takes `kWh` before `kW`. */
export const unitSymbols = Object.keys(units).sort((a, b) => b.length - a.length);
