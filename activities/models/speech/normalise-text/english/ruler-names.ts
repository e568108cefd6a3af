/** Given names that are numbered: of monarchs, popes and families. */
const names =
  'Adolf Adrian Afonso Agamemnon Albert Alexander Alexandros Alexei Alexios Alfonso Alfred Amadeus Amenemhat Amenhotep Amenophis Ahmed Ahmose Andrew Andronikos Antiochus Anastasius Antipater ' +
  'Arnold Arthur Artaxerxes Ashurbanipal Attalus August Augustus Baldwin Basil Baudouin Beatrix Benedict Bernard Bertrand Bogdan Bohemond Bolesław Boniface Boris Callixtus Carl Carol Carlos Casimir Catherine Celestine ' +
  'Charles Chlothar Christian Christopher Childeric Clement Cleopatra Clovis Conrad Constans Constantine Constantius Cosimo Cyrus Daniel Darius David Demetrius Djoser Dmitri Donald Duncan Edgar Edmund Edward Eleanor Elizabeth ' +
  'Eric Erik Ernest Eugene Felipe Felix Ferdinand Francis Francesco Franz Frederick Frederik Friedrich Fuad George Georg Gerald Gilbert Gregory Guillaume Gustav Gustavus Guy Haakon Hadrian Haile Harald Harold Hassan Hattusili Henri Henrik Henry ' +
  'Herbert Herod Honorius Hugh Humbert Hussein Ibrahim Innocent Isaac Isabella Ivan Jack Jagiello James Jan Jean Jerome Joan Joao João Johan Johann John Jose José Joseph Juan Juliana Julius Justin Justinian Kamehameha Karl ' +
  'Kenneth Konstantin Ladislaus Leo Leon Leopold Lothair Louis Lucius Ludwig Mahmud Malcolm Manuel Margaret Margrethe Maria Mark Martin Mary Matthew Maurice Maximilian Mehmed Mehmet Michael Mithridates Mohammed Mohammad Muhammad Murad Mustafa ' +
  'Napoleon Napoléon Nebuchadnezzar Nectanebo Nerva Nicholas Nicolas Nikolai Norodom Olaf Olav Oscar Osman Otto Paul Pedro Peter Petr Philip Philipp Philippe Pippin Pius Ptolemy Qianlong Rainier Rama Ramesses Ramses Raymond Rene René Richard Robert Roger Roland Roman ' +
  'Rudolf Rupert Sancho Sargon Seleucus Selim Senusret Seti Shalmaneser Sigismund Sigmund Simeon Sixtus Sobekhotep Stanislaus Stephen Suleiman Suleyman Sverre Sylvester Theodore Theodosius Thomas Thutmose Tiberius Tiglath-Pileser Tutankhamun Tutmoses Umberto Urban Valdemar Valentinian ' +
  'Victor Victoria Vittorio Vladimir Vladislav Wenceslaus Wilhelm Wilhelmina Willem William Władysław Xerxes Yaroslav Zygmunt ' +
  'Alan Anthony Benjamin Brian Bruce Calvin Carter Clarence Cornelius Dale Davis Dennis Douglas Earl Edwin Elliott Ernesto Eugene Everett Floyd Frank Franklin Fred Gary Gordon Grant Gus Harrison Harry Horace Howard Irving Jacob Jeffrey Jefferson Jeremiah Joel Jonathan Jordan Karl-Anthony ' +
  'Ken Kevin Larry Lawrence Lee Lewis Lloyd Lonnie Luther Marcus Marvin Melvin Mitchell Morgan Nathan Nathaniel Nelson Norman Oliver Patrick Percy Phillip Ralph Ray Reginald Rex Robin Ron Ronald Roy Sam Samuel Scott Sean Sidney Stanley Steven Ted Timothy Todd Tom Trevor Vernon Vincent Walter Warren Wayne Wesley Winston';

const numbered = new Set(names.split(' '));

/** Titles that a numbered name follows, whatever the name is. */
const titles = new Set(
  'King Queen Pope Antipope Emperor Empress Tsar Czar Kaiser Sultan Shah Pharaoh Prince Princess Duke Patriarch Saint Caliph Khan Emir Archduke'.split(' '),
); // prettier-ignore

export function isNumberedName(word: string): boolean {
  return numbered.has(word);
}

export function isRulersTitle(word: string): boolean {
  return titles.has(word);
}
