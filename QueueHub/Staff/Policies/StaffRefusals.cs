using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using QueueHub.Contracts;
using QueueHub.History.Keys;
using QueueHub.Platform;

namespace QueueHub.Staff.Policies;

/// <summary>Answers a refused request with the problem that the policy named; who is no person is told by its own scheme what it lacks.</summary>
internal sealed class StaffRefusals : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Succeeded ? next(context)
        : authorizeResult.Challenged && policy.AuthenticationSchemes is [var own] ? context.ChallengeAsync(own)
        : authorizeResult.Challenged && policy.AuthenticationSchemes.Contains(ApiKeyScheme.Name) && ApiKeyScheme.Carried(context.Request) is not null
            ? context.ChallengeAsync(ApiKeyScheme.Name)
        : authorizeResult.Challenged ? Failures.WriteAsync(context, ProblemCodes.SignInRequired)
        : Failures.WriteAsync(context, CodeOf(authorizeResult.AuthorizationFailure));

    // One of several policies may say more than "no": but who is refused by any of them learns no more than that.
    private static string CodeOf(AuthorizationFailure? failure)
    {
        var codes = failure?.FailureReasons.Select(reason => reason.Message).Distinct().ToList();
        return codes is [var only] ? only : ProblemCodes.Forbidden;
    }
}
