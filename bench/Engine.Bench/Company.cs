using System.Globalization;
using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Bench;

/// <summary>
/// A made-up company as a dataset: 21 columns, a tree about log4(n) levels deep with uneven spans, rows in scrambled order.
/// The same seed makes the same company. Beside it stand the plain arrays that a hand-written loop would have.
/// </summary>
public sealed class Company
{
    static readonly string[] First = ["Ada", "Björn", "Chloé", "Diego", "Fatima", "Grace", "Kenji", "Lena", "Omar", "Priya", "Sven", "Wei", "Zoë"];
    static readonly string[] Last = ["Adeyemi", "Becker", "Costa", "García", "Kim", "Müller", "Novák", "O'Brien", "Patel", "Smith", "Yılmaz", "Zhang"];
    static readonly string[] Jobs = ["Analyst", "Engineer", "Specialist", "Consultant", "Technician", "Planner", "Advisor", "Designer"];
    static readonly string[] Ranks = ["Chief Officer", "President", "Vice President", "Director", "Senior Manager", "Manager", "Team Lead", "Senior", ""];
    static readonly string[] Departments = ["Finance", "Sales", "Marketing", "Engineering", "Operations", "Legal", "IT", "Research"];
    static readonly string[] Places = ["London", "Paris", "Berlin", "Madrid", "New York", "Toronto", "São Paulo", "Tokyo", "Zürich", "Lagos"];
    static readonly string[] Notes = ["", "", "", "Returned from leave", "Mentor", "See \"Plan B\", page 3", "Line one\nLine two, with a comma"];
    static readonly string[] Performances = ["Exceeds", "Meets", "Meets", "Meets", "Partly meets", "Below", ""];

    static readonly (string Key, PropertyType Type)[] Properties =
    [
        ("employeeID", PropertyType.Text), ("managerID", PropertyType.Text), ("fullName", PropertyType.Text), ("positionTitle", PropertyType.Text),
        ("grade", PropertyType.Text), ("salary", PropertyType.Number), ("fte", PropertyType.Number), ("dob", PropertyType.Date),
        ("startDate", PropertyType.Date), ("location", PropertyType.Text), ("department", PropertyType.Text), ("gender", PropertyType.Text),
        ("costCentre", PropertyType.Text), ("email", PropertyType.Text), ("performance", PropertyType.Text), ("bonus", PropertyType.Number),
        ("isManager", PropertyType.Boolean), ("currency", PropertyType.Text), ("notes", PropertyType.Text), ("country", PropertyType.Text),
        ("tenure", PropertyType.Number),
    ];

    readonly int _seed;

    /// <param name="isChain">Whether each reports to the one before: one branch as deep as there are rows.</param>
    public Company(int count, bool isChain = false, int seed = 1)
    {
        _seed = seed;
        var bosses = new int[count];
        var depths = new int[count];
        for (var person = 0; person < count; person++)
        {
            bosses[person] = isChain ? person - 1 : BossOf(person);
            depths[person] = person == 0 ? 0 : depths[bosses[person]] + 1;
        }
        // An affine walk over all persons scrambles the rows.
        var step = (int)(count * 0.618) | 1;
        while (Gcd(step, count) != 1)
            step += 2;
        var rows = new int[count];
        var builders = Properties.Select(p => ColumnBuilder.For(p.Type)).ToArray();
        Allocate(count);
        for (long row = 0, person = 0; row < count; row++, person = (person + step) % count)
        {
            rows[person] = (int)row;
            Add(builders, (int)row, (int)person, bosses[person], depths[person]);
        }
        for (var person = 0; person < count; person++)
        {
            Parents[rows[person]] = bosses[person] < 0 ? -1 : rows[bosses[person]];
            Order[person] = rows[person];
        }
        Dataset = new(Load(builders, count));
        // Trees are made once for a dataset, not for an expression.
        _ = Dataset.Snapshot.Tree;
        _ = Dataset.Snapshot.Order;
    }

    public GizmoDataset Dataset { get; }

    public double[] Salaries { get; private set; } = [];

    public double[] Ftes { get; private set; } = [];

    public double[] Bonuses { get; private set; } = [];

    public string[] Performance { get; private set; } = [];

    public string[] Genders { get; private set; } = [];

    public string[] Titles { get; private set; } = [];

    public DateTime[] Births { get; private set; } = [];

    /// <summary>By row, the row of the manager, or −1.</summary>
    public int[] Parents { get; private set; } = [];

    /// <summary>Rows, managers before those who report to them.</summary>
    public int[] Order { get; private set; } = [];

    void Allocate(int count)
    {
        (Salaries, Ftes, Bonuses) = (new double[count], new double[count], new double[count]);
        (Performance, Genders, Titles) = (new string[count], new string[count], new string[count]);
        (Births, Parents, Order) = (new DateTime[count], new int[count], new int[count]);
    }

    void Add(ColumnBuilder[] builders, int row, int person, int boss, int depth)
    {
        var department = Departments[Hash(person / 7, 3) % Departments.Length];
        var place = Pick(Places, person, 2);
        string first = Pick(First, person, 4), last = Pick(Last, person, 5);
        var grade = Math.Max(1, 14 - depth);
        Salaries[row] = Math.Round((18_000 + 9_500 * grade * (0.7 + 0.6 * Unit(person, 6))) / 10) * 10;
        Bonuses[row] = Math.Round(Salaries[row] * Unit(person, 15) * 20) / 100;
        Ftes[row] = Unit(person, 8) switch { < 0.1 => 0.5, < 0.18 => 0.8, _ => 1 };
        Births[row] = new DateTime(1960, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays((int)(Unit(person, 11) * 16_000));
        Genders[row] = Hash(person, 12) % 50 == 0 ? "Other" : Hash(person, 12) % 2 == 1 ? "Female" : "Male";
        Performance[row] = Pick(Performances, person, 14);
        Titles[row] = $"{Ranks[Math.Min(depth, Ranks.Length - 1)]} {department} {Pick(Jobs, person, 10)}".Trim();
        var start = new DateTime(1995, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays((int)(Unit(person, 7) * 11_300));

        object[] cells =
        [
            Id(person), boss < 0 ? "" : Id(boss), $"{first} {last}", Titles[row], "G" + grade, Salaries[row], Ftes[row], Births[row], start, place, department,
            Genders[row], "CC" + (1000 + Hash(person, 13) % 400), $"{first}.{last}.{person}@example.com", Performance[row], Bonuses[row], Unit(person, 16) < 0.25,
            place[..2], Pick(Notes, person, 9), place[..1], Math.Round((new DateTime(2026, 1, 1) - start).TotalDays / 365.25, 2),
        ];
        for (var i = 0; i < cells.Length; i++)
            builders[i].Append(cells[i] switch
            {
                double number => Cell.Of(number),
                bool flag => Cell.Of(flag),
                DateTime date => Cell.Date(new DateTimeOffset(date).ToUnixTimeMilliseconds()),
                var text => Cell.Of((string)text),
            });
    }

    static Snapshot Load(ColumnBuilder[] builders, int count)
    {
        var stamp = TransactionStamp.New(1_600_000_000_000, "bench@example.com", "bench");
        var definition = new DatasetDefinition("Company", "PEOPLE", "employeeID", "fullName", [.. Properties.Select(p => new Property(p.Key, p.Type))])
        {
            TreeId = "employeeID",
            TreeParentId = "managerID",
        };
        var ids = new Guid[count];
        for (var row = 0; row < count; row++)
            ids[row] = new(row + 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        var orders = ColumnBuilder.For(PropertyType.Number);
        for (var row = 0; row < count; row++)
            orders.Append(Cell.Of((double)row));
        return Snapshot.Empty(definition, stamp).With(new ChangeSet(stamp)
        {
            Created = new(GuidList.Of(ids), ((IStoredColumn)orders.Build()).Cells, [.. builders.Select((b, i) => new KeyedColumn(Properties[i].Key, b.Build()))]),
        });
    }

    /// <summary>Someone near a quarter of the number.</summary>
    int BossOf(int person) =>
        person == 0 ? -1 : person < 8 ? 0 : Math.Min(person - 1, (int)((person - 1) / 4 * (0.8 + 0.4 * Unit(person, 1))));

    static string Id(int person) => "E" + (person + 1).ToString("D7", CultureInfo.InvariantCulture);

    string Pick(string[] from, int person, int salt) => from[Hash(person, salt) % from.Length];

    double Unit(int person, int salt) => Hash(person, salt) / (double)int.MaxValue;

    int Hash(int person, int salt)
    {
        var x = (ulong)(uint)person + ((ulong)(uint)salt << 32) + ((ulong)(uint)_seed << 48);
        x = (x ^ (x >> 31)) * 0x9FB21C651E98DF25;
        x = (x ^ (x >> 28)) * 0x9FB21C651E98DF25;
        return (int)((x ^ (x >> 29)) >> 33);
    }

    static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
