using QueueHub.Contracts.Staff;

namespace CounterClient;

/// <summary>Which of the supervisor's pages an address means: <c>room</c>, <c>room/{office}</c>, <c>district</c>, the screens of a room, and history.</summary>
/// <param name="Office">The office whose room it is; null: the person's only one, or all of them.</param>
/// <param name="All">All offices, also when there is only one.</param>
/// <param name="Screens">Its screens, and not the room itself.</param>
/// <param name="History">What its days were like: the page reads the rest of its address itself.</param>
public sealed record RoomAddress(string? Office, bool All, bool Screens = false, bool History = false)
{
    /// <summary>The path of all offices, from the app's base.</summary>
    public const string District = "district";

    /// <summary>The path of one office's room, from the app's base.</summary>
    public static string Of(string office) => $"room/{office}";

    /// <summary>The page of a path; null when it is none of the supervisor's.</summary>
    /// <param name="path">From the app's base, with or without query and fragment.</param>
    public static RoomAddress? Parse(string path) => path.Split('?', '#')[0].Trim('/').Split('/') switch
    {
        [District] => new(null, true),
        [HistoryView.Name] or [HistoryView.Name, _] => new(null, true, History: true),
        ["room"] => new(null, false),
        ["room", { Length: > 0 } office] => new(office, false),
        [ScreensAddress.Name] => new(null, false, true),
        ["room", { Length: > 0 } office, ScreensAddress.Name] => new(office, false, true),
        _ => null,
    };

    /// <summary>The offices where a person supervises.</summary>
    public static IReadOnlyList<StaffOffice> Supervised(SignedIn person) => [.. person.Offices.Where(office => office.Role >= StaffRole.Supervisor)];

    /// <summary>The office to show; null: all of them.</summary>
    public string? Choose(SignedIn person) => Office ?? (!All && Supervised(person) is [var only] ? only.Slug : null);
}
