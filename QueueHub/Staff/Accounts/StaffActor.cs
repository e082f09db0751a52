using System.Security.Claims;

namespace QueueHub.Staff.Accounts;

/// <summary>Who makes a change, as the log names them: a person by their id, or a way that is above all persons.</summary>
internal sealed record StaffActor
{
    /// <summary>Whoever may open the hub's database.</summary>
    public static readonly StaffActor CommandLine = new() { Name = "command line" };

    private StaffActor()
    {
    }

    public required string Name { get; init; }

    public static StaffActor Of(ClaimsPrincipal user) => new() { Name = StaffAccess.StaffId(user) };
}
