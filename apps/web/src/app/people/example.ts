/** A small file to copy from: everything Throughline can use, and a manager given by id. */
export const exampleCsv = `Employee ID,Name,Email,Title,Department,Location,Manager ID,Language
1,Amina Haddad,amina.haddad@example.com,Managing Director,Management,Tunis,,en
2,Jonas Berg,jonas.berg@example.com,Head of Operations,Operations,Oslo,1,en
3,Mei Tanaka,mei.tanaka@example.com,Head of Sales,Sales,Osaka,1,en
4,Omar Saleh,omar.saleh@example.com,Shift Leader,Operations,Amman,2,ar
5,Lucía Prado,lucia.prado@example.com,Operator,Operations,Oslo,4,en
6,Tomasz Nowak,tomasz.nowak@example.com,Operator,Operations,Oslo,4,en
7,Grace Achieng,grace.achieng@example.com,Account Manager,Sales,Nairobi,3,en
`
