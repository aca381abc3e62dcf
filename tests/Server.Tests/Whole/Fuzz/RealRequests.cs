using System.Text;

namespace Espalier.Server.Tests.Whole.Fuzz;

/// <summary>What a well-meaning client would send to each endpoint: where every malformed request starts from.</summary>
sealed class RealRequests(Random random, string token)
{
    static readonly string[] Formats = ["jsonRows", "jsonColumns", "jsonObjects", "csv", "tsv"];
    static readonly string[] Actions = ["create", "update", "replace", "delete", "createOrUpdate", "createOrReplace", "noop"];
    static readonly string[] Modes = ["autoId=true", "idKey=fullName", "idKey=fullName&idKey=location", "mergeKey=location", ""];
    static readonly string[] More =
    [
        "implicitDelete=true", "onActionValidationFailure=skipAction", "onItemAccessDenied=skipAction", "onPropertyAccessDenied=skipProperty",
        "clearToken=CLEAR", "noopToken=NOOP", "noopToken=", "dateFormat=DD/MM/YYYY", "resultEncoding=gzip", "encoding=identity",
    ];

    const string Definition = """
        {"name":"D","type":"PEOPLE","autoId":"employeeID","labelId":"fullName","treeId":"employeeID","treeParentId":"managerID","tags":["a"],"properties":[
         {"key":"employeeID","type":"number","isRequired":true},{"key":"fullName","type":"text","name":"Full name"},{"key":"managerID","type":"number"},
         {"key":"salary","type":"number"},{"key":"dob","type":"date"},{"key":"location","type":"text"},{"key":"here","type":"boolean"}]}
        """;

    const string Export = """
        {"dataset":{"linkingRelationships":[]},"query":{"output":{"filter":{"salary":{"$gte":1,"$lt":50},"fullName":{"$nin":["Bob",null]},"_depth":1},
         "projection":{"fullName":2,"salary":0,"_id":1},"projectionMode":"add"}},"callback":{"method":"GET","urlTemplate":"https://127.0.0.1/x?s={{jobStatus}}"}}
        """;

    /// <summary>Datasets, the newest last.</summary>
    public List<string> Datasets { get; } = [];

    /// <summary>Temporary files: the paths with tokens to read and to write.</summary>
    public List<(Uri Get, Uri Put)> Files { get; } = [];

    public List<Uri> Tickets { get; } = [];

    public FuzzRequest NewDataset => Request("POST", "datasets", Definition);

    public FuzzRequest Any() => random.Next(18) switch
    {
        0 => Request("GET", "datasets"),
        1 => NewDataset,
        2 => Request(random.Next(2) == 0 ? "PATCH" : "PUT", Dataset("?deleteOmittedProperties=" + Flag()),
            random.Next(2) == 0 ? Definition : """{"name":"E","tags":null,"treeId":null,"treeParentId":null,"properties":[[{"key":"more","type":"text"}]]}"""),
        3 => Request("GET", Dataset()),
        4 => Request("GET", Dataset(random.Next(2) == 0 ? "/items" : "/items?asOf=2026-05-01T00:00:00.000Z")),
        5 => Request("POST", Dataset("/items"), """{"filter":{"salary":{"$gt":1},"location":"Leeds","dob":{"$lte":"2020-01-01"}},"projection":{"fullName":1,"_id":1}}"""),
        6 or 7 or 8 => Request("PUT", Dataset($"/items?{Parameters()}"), Items()),
        9 or 10 => Request("PUT", Dataset($"/items/import?{Parameters()}"), Import()),
        11 => Request("POST", Dataset($"/export/{One(Formats)}?resultEncoding=gzip"), Export),
        12 => Request("POST", Dataset("/export"), random.Next(2) == 0 ? "{}" : Export),
        13 => Request("GET", Dataset($"/export/{One(Formats)}?includeBOM={Flag()}&lineEndings=unix")),
        14 => Request("POST", "files/generate", """{"targetType":"csv","targetEncoding":"gzip"}"""),
        15 => Signed("PUT", One(Files).Put, random.Next(2) == 0 ? Csv() : Items()),
        16 => Signed("GET", new Uri(random.Next(2) == 0 ? "http://server/health" : "http://server/app/docs/openapi.json"), null),
        _ => Signed("GET", random.Next(3) == 0 && Tickets.Count > 0 ? One(Tickets) : One(Files).Get, null),
    };

    public string Csv() => "_action,employeeID,fullName,managerID,salary,dob,location,here\n" + string.Concat(Enumerable.Range(0, random.Next(1, 9))
        .Select(i => $"{One(Actions)},{random.Next(5)},\"Per\"\"son {i}\",{random.Next(5)},{random.Next(99)}.5,2000-01-0{i + 1},Leeds,true\r\n"));

    string Items() => '[' + string.Join(',', Enumerable.Range(0, random.Next(1, 5)).Select(i =>
        $$"""{"_action":"{{One(Actions)}}","employeeID":{{random.Next(5)}},"fullName":"P{{i}}","salary":"{{random.Next(99)}}","dob":"2000-02-0{{i + 1}}","here":true,"location":null,"_sortOrder":{{i}}}""")) + ']';

    string Import() => random.Next(6) switch
    {
        0 => """{"importLocation":{"method":"GET","url":"https://127.0.0.1/x"},"callback":{"method":"POST","urlTemplate":"https://localhost/{{tenantId}}"} }""",
        1 => $$"""{"importLocation":{"method":"GET","url":"{{One(Files).Get}}"},"resultLocation":{"method":"PUT","url":"{{One(Files).Put}}"} }""",
        _ => $$"""{"importLocation":{"method":"GET","url":"{{One(Files).Get}}"} }""",
    };

    string Parameters() => string.Join('&', Enumerable.Range(0, random.Next(3)).Select(_ => One(More)).Prepend(One(Modes)).Where(p => p.Length > 0));

    /// <summary>Mostly one of the newest, which is least likely to have been bent out of shape.</summary>
    string Dataset(string rest = "") => $"datasets/{Datasets[^(1 + random.Next(Math.Min(3, Datasets.Count)))]}{rest}";

    string Flag() => random.Next(2) == 0 ? "true" : "false";

    T One<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    FuzzRequest Request(string method, string target, string? json = null)
    {
        var request = Signed(method, new Uri($"http://server/api/v1/T1/{target}"), json);
        request.Headers.Add(("Authorization", $"Bearer {token}"));
        return request;
    }

    static FuzzRequest Signed(string method, Uri uri, string? body)
    {
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(q => q.Split('=', 2));
        var request = new FuzzRequest
        {
            Method = method,
            Path = [.. uri.AbsolutePath[1..].Split('/')],
            Query = [.. query.Select(q => (q[0], q.ElementAtOrDefault(1)))],
            Body = body is null ? null : Encoding.UTF8.GetBytes(body),
        };
        if (body is not null)
            request.Headers.Add(("Content-Type", "application/json; charset=UTF-8"));
        return request;
    }
}
