namespace QueueHub.Contracts.Boards;

/// <summary>How an office sounds.</summary>
/// <param name="Languages">Spoken after Korean, whatever the citizen's language is.</param>
/// <param name="TicketLanguage">A call is also made in the language its number was taken in.</param>
/// <param name="Volumes">How loud it is at which hours; the first that holds the hour decides, and otherwise it is at its loudest.</param>
public sealed record BoardSound(IReadOnlyList<string> Languages, bool TicketLanguage, IReadOnlyList<VolumeHours> Volumes)
{
    /// <summary>What an office has whose document says nothing.</summary>
    public static readonly BoardSound Usual = new([], true, []);

    /// <summary>Percent at an hour of the office's day.</summary>
    public int VolumeAt(TimeOnly hour) => Volumes.FirstOrDefault(hours => hour.IsBetween(hours.From, hours.To))?.Percent ?? 100;
}

/// <summary>A part of the day, across midnight when <paramref name="To"/> is before <paramref name="From"/>.</summary>
public sealed record VolumeHours(TimeOnly From, TimeOnly To, int Percent);
