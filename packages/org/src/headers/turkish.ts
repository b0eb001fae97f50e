import type { HeaderWords } from "./header-words.ts"

/** Logo, Mikro, Kolay İK, SAP in Turkish, and the words companies use themselves. */
export const turkish: HeaderWords = {
  employeeId: `Sicil No, Sicil Numarası, Sicil Kodu, Sicil, Personel No, Personel Numarası, Personel Kodu, Personel ID, Personel Sicil No,
    Çalışan No, Çalışan Numarası, Çalışan ID, Çalışan Kodu, Çalışan Sicil No, Kayıt No, Kullanıcı Kodu, Kullanıcı Adı`,
  email: `İş E-postası, İş E-posta, İş E-posta Adresi, Kurumsal E-posta, Kurumsal E-posta Adresi, Şirket E-postası, Şirket E-posta, İş Maili,
    Kurumsal Mail, E-posta Adresi, Eposta Adresi, Mail Adresi, E-mail Adresi, E-posta, Eposta, Elektronik Posta`,
  name: `Ad Soyad, Adı Soyadı, Ad ve Soyad, Adı ve Soyadı, Ad/Soyad, İsim Soyisim, İsim Soyad, Tam Ad, Tam Adı, Personel Adı Soyadı,
    Çalışan Adı Soyadı, Çalışanın Adı Soyadı, Personel Ad Soyad, Çalışan Ad Soyad, Çalışan Adı, Personel Adı, Personel, Çalışan`,
  givenName: "Ad, Adı, İsim, İsmi, İlk Ad",
  familyName: "Soyad, Soyadı, Soyisim, Soy Ad, Soy İsim, Soyismi",
  title: `Görev Unvanı, İş Unvanı, Pozisyon Adı, Unvan, Ünvan, Unvanı, Ünvanı, Pozisyon, Pozisyonu, Görev, Görevi, Görev Tanımı, Kadro,
    Kadro Unvanı`,
  department: `Departman, Departmanı, Departman Adı, Bölüm, Bölümü, Bölüm Adı, Organizasyon Birimi, Birim, Birimi, Birim Adı, Müdürlük,
    Direktörlük, Ekip, Takım, Organizasyon, Masraf Yeri, Masraf Merkezi`,
  location:
    "Çalışma Yeri, Lokasyon, Lokasyonu, İşyeri, İş Yeri, Şube, Şubesi, Ofis, Yerleşke, Konum, Şehir, İl, Ülke",
  language: "Tercih Edilen Dil, Tercih Ettiği Dil, İletişim Dili, Dil, Dili",
  status: `Çalışma Durumu, Çalışan Durumu, Personel Durumu, İstihdam Durumu, Durum, Durumu, Aktif mi, Aktif, Aktif/Pasif, Aktiflik,
    Pasif, Ayrıldı mı`,
  endDate: `İşten Çıkış Tarihi, İşten Ayrılış Tarihi, İşten Ayrılma Tarihi, Çıkış Tarihi, Ayrılış Tarihi, Ayrılma Tarihi,
    Son Çalışma Günü, Sözleşme Bitiş Tarihi, Bitiş Tarihi`,
  manager: `Bağlı Olduğu Yönetici, Bağlı Olduğu Kişi, Bağlı Olduğu Amir, Bağlı Bulunduğu Yönetici, Raporladığı Kişi,
    Raporladığı Yönetici, Doğrudan Yönetici, Direkt Yönetici, Direkt Yöneticisi, Üst Yönetici, İlk Yönetici, Birinci Yönetici, 1. Yönetici, İlk Amir,
    Birinci Amir, 1. Amir, Birim Amiri, Birim Yöneticisi, Yönetici, Yöneticisi, Amir, Amiri, Üst`,
  managers: "Yöneticinin, Yöneticisinin, Amirin, Amirinin, Müdür, Müdürü, Müdürünün",
  ids: `Sicil No, Sicil Numarası, Sicil, Sicili, Personel No, Personel Numarası, Çalışan No, Numarası, No, ID, Kodu, Kimliği`,
  mails: "E-posta, E-postası, Eposta, E-posta Adresi, Mail, Maili, Mail Adresi, E-mail",
  names: "Adı, Ad Soyad, Adı Soyadı, Ad, İsmi, İsim",
  joints: "",
}
