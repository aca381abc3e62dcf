using System.Globalization;
using System.Text;

namespace Espalier.Server.Imports;

/// <summary>A few hundred invented people, the same ones each time.</summary>
static class SamplePeople
{
    const int Count = 320;

    static readonly string[] First =
        "Ada Amir Beatriz Björn Chen Chloé Dana Diego Elif Emeka Fatima Felix Grace Hana Hugo Ines Ivan Jana José Kenji Lars Lena Maya Mehmet Nadia Noah Olga Omar Paula Priya Ravi Sara Sven Tariq Uma Vera Wei Yara Zoë".Split(' ');

    static readonly string[] Last =
        "Adeyemi Andersson Becker Bianchi Chaudhry Costa Dubois Eriksen Fischer García Haddad Hughes Ito Jansen Kaya Kim Kowalski Larsen Li Martin Müller Nakamura Novák O'Brien Okafor Patel Petrov Rossi Santos Schmidt Silva Smith Tanaka Torres Virtanen Walker Wright Young Zhang".Split(' ');

    static readonly string[] Departments =
        ["Finance", "Sales", "Marketing", "Engineering", "Operations", "People", "Customer service", "Research"];

    static readonly string[] Jobs = ["Analyst", "Specialist", "Consultant", "Coordinator", "Engineer", "Planner", "Advisor"];

    static readonly string[] Places = ["London", "Leeds", "Paris", "Zürich", "São Paulo", "Toronto", "Singapore"];

    /// <summary>As a file of <c>create</c> actions.</summary>
    public static string Csv()
    {
        var csv = new StringBuilder(
            "_action,employeeID,fullName,managerID,positionTitle,department,location,grade,salary,fte,startDate,isManager\n");
        var managers = Enumerable.Range(1, Count - 1).Select(ManagerOf).ToHashSet();
        for (var person = 0; person < Count; person++)
            Append(csv, person, managers.Contains(person));
        return csv.ToString();
    }

    static void Append(StringBuilder csv, int person, bool isManager)
    {
        var depth = DepthOf(person);
        var department = person == 0 ? "Executive" : Departments[BranchOf(person)];
        var title = (depth, isManager) switch
        {
            (0, _) => "Chief Executive",
            (1, _) => $"Director of {department}",
            (_, true) => $"{department} Manager",
            _ => $"{department} {Jobs[Pick(person, 1, Jobs.Length)]}",
        };
        var grade = Math.Max(1, 9 - 2 * depth + Pick(person, 2, 2));
        var salary = 22_000 + grade * 9_500 + Pick(person, 3, 90) * 100;
        var fte = Pick(person, 4, 10) switch { 0 => "0.5", 1 => "0.8", _ => "1" };
        var start = new DateTime(2004, 1, 1).AddDays(Pick(person, 5, 7_800));
        csv.Append(CultureInfo.InvariantCulture, $"create,{1001 + person},{First[Pick(person, 6, First.Length)]} {Last[Pick(person, 7, Last.Length)]},")
            .Append(person == 0 ? "" : (1001 + ManagerOf(person)).ToString(CultureInfo.InvariantCulture))
            .Append(CultureInfo.InvariantCulture, $",{title},{department},{Places[Pick(person, 8, Places.Length)]},G{grade},{salary},{fte},{start:yyyy-MM-dd},{(isManager ? "true" : "false")}\n");
    }

    /// <summary>The first people report to the chief, the others to somebody before them, with uneven spans.</summary>
    static int ManagerOf(int person) =>
        person <= Departments.Length ? 0 : Math.Max(1, (person - Departments.Length - 1) / 4 + 1 - Pick(person, 9, 2));

    static int DepthOf(int person) => person == 0 ? 0 : 1 + DepthOf(ManagerOf(person));

    static int BranchOf(int person) => ManagerOf(person) == 0 ? person - 1 : BranchOf(ManagerOf(person));

    /// <summary>A number below the limit that hangs on nothing but its arguments.</summary>
    static int Pick(int person, int salt, int limit)
    {
        var mixed = (uint)(person + 1) * 0x9E3779B1 ^ (uint)(salt + 1) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >> 16)) * 0x21F0AAAD;
        mixed = (mixed ^ (mixed >> 15)) * 0x735A2D97;
        return (int)((mixed ^ (mixed >> 15)) % (uint)limit);
    }
}
