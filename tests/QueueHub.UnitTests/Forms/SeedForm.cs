using System.Reflection;
using System.Text.Json;
using QueueHub.Contracts.Forms;
using QueueHub.Offices;

namespace QueueHub.UnitTests.Forms;

/// <summary>The real form of the demo office, and answers that it accepts.</summary>
internal static class SeedForm
{
    public static FormTemplate Template { get; } = Load();

    public static readonly DateOnly Today = new(2026, 3, 2);

    public static Dictionary<string, IReadOnlyList<string>> Household() => new()
    {
        ["document"] = ["household"],
        ["action"] = ["issue"],
        ["copies"] = ["2"],
        ["purpose"] = ["bank"],
        ["householdAddresses"] = ["none"],
        ["householdItems"] = ["members", "relation"],
        ["appliedBy"] = ["self"],
        ["name"] = ["홍길동"],
        ["birthDate"] = ["19900131"],
        ["address"] = ["서울특별시 서초구 남부순환로 2584"],
        ["phone"] = ["010-1234-5678"],
        ["privacy"] = ["yes"],
    };

    public static FormCheck Check(Dictionary<string, IReadOnlyList<string>> answers) => FormRules.Check(Template, answers, Today);

    private static FormTemplate Load()
    {
        using var json = typeof(IOffices).Assembly.GetManifestResourceStream("seed/forms/resident-register.json")!;
        return JsonSerializer.Deserialize<FormTemplate>(json, JsonSerializerOptions.Web)!;
    }
}
