const GIVEN = `Amina Youssef Layla Omar Mariam Karim Salma Tarek Nadia Hassan Aisha Samir Fatima Khalil Huda Rami Priya
  Arjun Ananya Rohan Kavya Vikram Meera Sanjay Wei Mei Jun Lin Hao Xin Yuki Haruto Aoi Kenji Sakura Minjun Seoyeon
  Jiho Linh Minh Thao Siti Budi Dewi Chidi Ngozi Kwame Ama Tunde Zainab Thabo Naledi Wanjiru Kamau Abebe Selam Sofia
  Mateo Valentina Santiago Camila Diego Lucia Joao Beatriz Rafael Ana Pedro Ines Giulia Marco Chiara Luca Camille
  Louis Chloe Hugo Anna Lukas Lena Jonas Sofie Lars Ingrid Erik Freya Mikkel Aino Eero Katarzyna Piotr Zofia Jan
  Olena Taras Ivana Marko Eleni Nikos Elif Emre Leila Dariush Noa Eitan Emily James Olivia Liam Grace Daniel Hannah
  Owen Maeve Cormac Aroha Tane Malia Keanu Winona Elena Andrei Raluca Petra Tomas Agnes Bence Marama Ruth Samuel`

const FAMILY = `Haddad Mansour Farouk Khoury Nasser Saleh Hamdan Barakat Rahman Chowdhury Sharma Patel Iyer Reddy Nair
  Banerjee Kapoor Zhang Li Wang Chen Liu Huang Tanaka Suzuki Sato Yamamoto Kim Park Choi Nguyen Tran Pham Wijaya
  Santoso Okafor Adeyemi Mensah Owusu Bello Dlamini Nkosi Mwangi Otieno Tesfaye Bekele Garcia Fernandez Torres Rojas
  Morales Castillo Silva Santos Oliveira Costa Ferreira Rossi Ricci Moretti Dubois Laurent Moreau Bernard Schneider
  Weber Fischer Keller Andersen Nilsson Johansson Hansen Virtanen Korhonen Kowalski Nowak Zielinska Shevchenko
  Kovalenko Horvat Petrovic Papadopoulos Yilmaz Demir Karimi Hosseini Levi Friedman Smith Taylor Brown Clarke Murphy
  Walsh Campbell Stewart Hughes Parker Ngata Kahale Begay Popescu Ionescu Novak Svoboda Nagy Szabo Ward Bennett Ellis
  Foster Reyes Cruz Aquino Ibrahim Diallo Traore Keita Sow Abdi Warsame Osei Boateng Ali Hussain Malik Qureshi`

export const givenNames: readonly string[] = GIVEN.split(/\s+/)
export const familyNames: readonly string[] = FAMILY.split(/\s+/)

export interface DemoFunction {
  department: string
  chief: string
  /** Share of the company's people. */
  share: number
  areas: readonly string[]
  roles: readonly string[]
}

/** The demo company makes and runs heat pumps; the shares add up to 1. */
export const demoFunctions: readonly DemoFunction[] = [
  {
    department: "Engineering",
    chief: "Chief Technology Officer",
    share: 0.24,
    areas: ["Controls", "Mechanical Design", "Firmware", "Cloud Platform", "Test & Validation", "Apps"],
    roles: ["Engineer", "Senior Engineer", "Test Engineer", "Software Developer", "Design Engineer"],
  },
  {
    department: "Operations",
    chief: "Chief Operating Officer",
    share: 0.25,
    areas: ["Assembly", "Supply Chain", "Quality", "Logistics", "Maintenance", "Planning"],
    roles: ["Technician", "Assembly Operator", "Quality Inspector", "Planner", "Buyer"],
  },
  {
    department: "Field Service",
    chief: "Chief Service Officer",
    share: 0.16,
    areas: ["Service North", "Service South", "Installation", "Spare Parts"],
    roles: ["Service Technician", "Installer", "Dispatcher", "Service Coordinator"],
  },
  {
    department: "Sales",
    chief: "Chief Revenue Officer",
    share: 0.14,
    areas: ["Housing Associations", "Installers", "Public Sector", "Export"],
    roles: ["Account Manager", "Sales Engineer", "Sales Representative", "Bid Manager"],
  },
  {
    department: "Product",
    chief: "Chief Product Officer",
    share: 0.06,
    areas: ["Home", "Industry", "User Experience"],
    roles: ["Product Manager", "Designer", "Researcher", "Product Analyst"],
  },
  {
    department: "Finance",
    chief: "Chief Financial Officer",
    share: 0.06,
    areas: ["Accounting", "Controlling", "Treasury & Tax"],
    roles: ["Accountant", "Controller", "Financial Analyst", "Payroll Specialist"],
  },
  {
    department: "People & Culture",
    chief: "Chief People Officer",
    share: 0.05,
    areas: ["Recruiting", "Learning", "People Partners"],
    roles: ["Recruiter", "People Partner", "Trainer", "People Analyst"],
  },
  {
    department: "Marketing",
    chief: "Chief Marketing Officer",
    share: 0.04,
    areas: ["Brand", "Demand", "Communications"],
    roles: ["Content Editor", "Campaign Manager", "Event Manager", "Brand Designer"],
  },
]

/** Location, and the language most people there answer in. */
export const demoLocations: readonly (readonly [string, string])[] = [
  ["Rotterdam", "en"],
  ["Manchester", "en"],
  ["Gdańsk", "en"],
  ["Cairo", "ar"],
  ["Pune", "en"],
  ["Amman", "ar"],
  ["Toronto", "en"],
]
