using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Staff;
using QueueHub.Staff.Accounts;
using Xunit;

namespace QueueHub.TestSupport;

/// <summary>People of a hub besides the demo's.</summary>
public static class Appointments
{
    /// <summary>A person made on the command line, who has already chosen a password.</summary>
    public static async Task<(string Id, string Name, string Password)> AppointAsync(
        this RunningHub hub, string name, StaffRole role, string? office = null, string? displayName = null)
    {
        var made = await hub.AddAsync(name, role, office, displayName);
        var password = $"{Guid.NewGuid():N}";
        Assert.Null(await hub.Services.GetRequiredService<PasswordChanges>().ChangeAsync(new PasswordRequest(name, made.Password, password)));
        return (made.Id, name, password);
    }

    /// <summary>The same, but with the password for one use still.</summary>
    public static async Task<NewPassword> AddAsync(this RunningHub hub, string name, StaffRole role, string? office = null, string? displayName = null)
    {
        var (made, code) = await hub.Services.GetRequiredService<StaffAccounts>().CreateAsync(
            StaffActor.CommandLine, name, displayName ?? name, new StaffGrant(office, role));
        Assert.Null(code);
        return made!;
    }
}
