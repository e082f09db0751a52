namespace Simulator.Plan;

/// <summary>One simulated visit, decided beforehand.</summary>
/// <param name="Device">The device cookie of this citizen's phone.</param>
/// <param name="Arrives">After opening.</param>
/// <param name="Class">A priority class that a clerk grants at the reception; null for a number from the phone.</param>
/// <param name="WritesForm">Fills the service's form before taking the number.</param>
/// <param name="AnswersCall">At which announcement the citizen comes; 0 when never.</param>
/// <param name="ReturnsAfter">Comes back so long after being marked absent; null when not.</param>
/// <param name="GivesUpAfter">Cancels after so long in the line; null when patient.</param>
/// <param name="Takes">Time at the counter.</param>
/// <param name="PassedTo">Service that the visit goes on to; null when it ends here.</param>
/// <param name="SetAsideFor">Sent to fetch a missing paper for so long, and then served; null when not.</param>
internal sealed record Citizen(
    string Device,
    TimeSpan Arrives,
    string Service,
    string Language,
    string? Class,
    bool WritesForm,
    int AnswersCall,
    TimeSpan? ReturnsAfter,
    TimeSpan? GivesUpAfter,
    TimeSpan Takes,
    string? PassedTo,
    TimeSpan? SetAsideFor)
{
    /// <summary>Somebody the plan does not know, such as a visitor with a real phone: comes at once, and is served for the usual time.</summary>
    public static Citizen Unknown(string service) =>
        new("", TimeSpan.Zero, service, "ko", null, false, 1, null, null, ServiceTimes.Mean(service), null, null);
}
