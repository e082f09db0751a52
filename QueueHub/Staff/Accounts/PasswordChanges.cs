using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Platform.Database;

namespace QueueHub.Staff.Accounts;

/// <summary>A person's own change of their password: proven by the present one, counted like a sign-in.</summary>
internal sealed class PasswordChanges(SignIns signIns, StaffAccounts accounts, ILogger<PasswordChanges> logger)
{
    /// <summary>Null when it was changed, and all sessions of the person with it ended; otherwise the code of the refusal.</summary>
    public async Task<string?> ChangeAsync(PasswordRequest request)
    {
        if (!SignIns.IsSound(request.Name, request.Password) || request.NewPassword is null)
        {
            return ProblemCodes.InvalidRequest;
        }

        if (PasswordRules.Fault(request.Name.Trim(), request.Password, request.NewPassword) is { } fault)
        {
            return fault;
        }

        try
        {
            var (staff, code) = await signIns.ProveAsync(request.Name, request.Password).WaitAsync(StaffSessions.Patience);
            return staff is null ? code
                : await accounts.ChangePasswordAsync(staff.Id, staff.PasswordHash, request.NewPassword) ? null
                : ProblemCodes.SignInFailed;
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            logger.LogWarning("No password can be changed: {Reason}", error.Message);
            return ProblemCodes.Unavailable;
        }
    }
}
