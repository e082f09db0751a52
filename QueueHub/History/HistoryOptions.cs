using System.ComponentModel.DataAnnotations;

namespace QueueHub.History;

/// <summary>How long history is kept; section <c>History</c> of the configuration. docs/history.md says what goes when.</summary>
public sealed class HistoryOptions : IValidatableObject
{
    internal const string Section = "History";
    private const int Longest = 100;

    /// <summary>Tickets, counters' times and sums.</summary>
    [Range(1, Longest)]
    public int KeepYears { get; set; } = 10;

    /// <summary>Events; not longer than what they have become. By default as long.</summary>
    [Range(1, Longest)]
    public int? KeepEventsYears { get; set; }

    /// <summary>Sums of hours; those of days stay. By default as long.</summary>
    [Range(1, Longest)]
    public int? KeepHoursYears { get; set; }

    /// <summary>Days that messages to webhooks are kept which nobody takes: given up, or of one that is paused.</summary>
    [Range(1, 366)]
    public int KeepMessagesDays { get; set; } = 30;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (KeepEventsYears > KeepYears)
        {
            yield return new ValidationResult($"{Section}:{nameof(KeepEventsYears)} must not be more than {Section}:{nameof(KeepYears)}.");
        }

        if (KeepHoursYears > KeepYears)
        {
            yield return new ValidationResult($"{Section}:{nameof(KeepHoursYears)} must not be more than {Section}:{nameof(KeepYears)}.");
        }
    }
}
