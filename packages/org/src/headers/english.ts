import type { Field } from "../person.ts"

/**
 * Header names of known HR systems, most telling first, as `headerKey` writes them (lower case, letters and digits
 * only). Culture Amp, Glint, Peakon, Qualtrics, Viva Insights, BambooHR, Workday, Lattice, SCIM, and the plain
 * names companies give their own exports.
 */
export const english: Record<Field, string> = {
  employeeId: `uniqueidentifier uniqueid participantuniqueidentifier participantuniqueid employeeid employeenumber employeeno employeeidentifier employeecode eeid empid empno empnumber eid
    workerid workdayid personid personnumber personnelnumber personalnumber staffid staffnumber staffno
    participantid respondentid externalid externaluserid
    externaldatareference identifier userid username postuniquereference postreference associateid badgeid hrid id
    associatenumber employeeidincompany xrefcode employeerefcode payrollnumber payrollid payrollno workernumber
    colleagueid colleaguenumber filenumber globalid corporateid networkid samaccountname`,
  email: `email emailaddress workemail workemailaddress primaryworkemail emailprimarywork emailaddresswork emailwork emailaddressprimarywork
    personemail microsoftpersonemail companyemail
    businessemail businessemailaddress officialemail primaryemail employeeemail employeeemailaddress participantemail
    recipientemail useremail mail mailaddress emailsvalue emails0value emailstypeeqworkvalue emailswork
    emailsworkvalue emailsprimaryeqtruevalue userprincipalname upn contactemail
    workcontactworkemail emailbusiness officeemail corporateemail corporateemailaddress emailid officialemailid
    workemailid professionalemail`,
  name: `fullname name displayname preferredfullname employeename employeefullname participantname workername
    legalfullname fulllegalname legalname nameformatted staffname nameandsurname lastnamefirstname namelastfirst
    preferredname employee worker person participant
    fullnameenglish employeenameenglish associatename colleague colleaguename`,
  givenName: `firstname givenname preferredfirstname namegivenname legalfirstname legalnamefirstname
    preferrednamefirstname forename
    recipientfirstname first fname`,
  familyName: `lastname familyname surname preferredlastname namefamilyname legallastname legalnamelastname
    preferrednamelastname
    recipientlastname last lname`,
  managerId: `managerid manageremployeeid managersemployeeid manageremployeenumber manageridentifier
    manageruniqueidentifier managernumber managerworkerid managerpersonid managerexternalid managervalue
    manageruserid managereid managereeid manageruniqueid
    supervisorid supervisoreid supervisoreeid supervisoremployeeid supervisoridentifier
    supervisornumber supervisoremployeenumber linemanagerid reportstoid reportstoemployeeid reportingtoid bossid
    directmanagerid managersid manageremplid supervisoremplid parentid
    reportstoassociateid managerpersonnumber directmanageremployeeid reportingmanagerid reportingmanageremployeeid
    linemanageremployeeid linemanagernumber managercode manageremployeeno managerstaffid managerstaffnumber
    supervisoremployeeno managerworkdayid managerpayrollnumber managerno`,
  managerEmail: `manageremail managersemail manageremailaddress managerworkemail manageremailprimarywork
    managerprimaryworkemail supervisoremail supervisoremailaddress supervisorworkemail linemanageremail
    linemanageremailaddress reportstoemail directmanageremail bossemail managermail managerupn
    manageruserprincipalname microsoftmanageremail
    reportingmanageremail reportingmanageremailid directmanageremailaddress manageremailid reportstoworkemail
    directmanagerworkemail`,
  managerName: `managername managersname managerfullname managerdisplayname managerpreferredname
    supervisorname supervisorfullname linemanagername reportstoname directmanagername reportingmanagername
    reportstolegalname directmanagerfullname nameofmanager nameoflinemanager`,
  manager: `manager reportsto supervisor linemanager directmanager workersmanager workersmanagers reportingmanager
    reportstoseniorpost reportingto reportto boss immediatesupervisor immediatemanager peoplemanager managersupervisor
    firstlevelmanager reportingofficer reportingline reportingmanagers currentmanager teammanager directsupervisor`,
  title: `jobtitle title businesstitle positiontitle workingtitle position role jobprofile jobprofilename jobposition jobname
    designation jobtitlename
    jobtitledescription positionname employeetitle titleofposition`,
  department: `department departmentname dept deptname unit businessunit division supervisoryorganization
    supervisoryorg organizationalunit organisationalunit orgunit organization organisation team function
    functiontype functionname microsoftorganization costcenter costcentre costcentername departmentdescription
    homedepartmentdescription homedepartment orgunitpath teams workteam costcentredescription costcenterdescription`,
  location: `location officelocation worklocation locationname office site country workcountry city
    countryregion addressescountry region
    locationdescription workplace worksite buildingid baselocation officename`,
  language: `preferredlanguage language locale languagepreference preferredlocale surveylanguage
    communicationlanguage`,
  status: `employmentstatus employeestatus workerstatus workstatus status activestatus active isactive
    accountstatus accountenabled enabled userstatus poststatus currentlyactive terminated isterminated inactive
    positionstatus assignmentstatus statusreadonly employmentstatusname employeestatusname`,
  endDate: `terminationdate dateoftermination enddate employmentenddate
    separationdate dateofseparation leavedate leavingdate dateofleaving exitdate lastdayofwork lastworkingday lastday
    departuredate termdate dateleft
    dateofexit terminatedon enddateofemployment contractenddate lastworkingdate relievingdate contractends`,
}
