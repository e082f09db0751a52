using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts;
using QueueHub.Offices;

namespace QueueHub.Staff.Policies;

/// <summary>Decides whether the signed-in person is what is required, from the claims and the configuration in memory alone.</summary>
internal sealed class StaffHandler(IOffices offices) : AuthorizationHandler<StaffRequirement>
{
    /// <summary>Where a console's connection keeps the office that it is attached to.</summary>
    public const string OfficeItem = "office";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffRequirement requirement)
    {
        if (CodeOf(context.User, requirement, OfficeOf(context.Resource)) is not { } code)
        {
            context.Succeed(requirement);
        }
        else
        {
            context.Fail(new AuthorizationFailureReason(this, code));
        }

        return Task.CompletedTask;
    }

    /// <summary>Null when the person is what is required, or else the code of the refusal.</summary>
    internal string? CodeOf(ClaimsPrincipal user, StaffRequirement requirement, string? office)
    {
        if (requirement.Where == StaffPlace.District)
        {
            return StaffAccess.DistrictRole(user) >= requirement.AtLeast ? null : ProblemCodes.Forbidden;
        }

        if (office is not null && offices.Find(office) is { } document)
        {
            return StaffAccess.May(user, document.Slug, requirement.AtLeast) ? null : ProblemCodes.Forbidden;
        }

        // That an office is not there is for those to know who may do this where there is one.
        return !StaffAccess.MaySomewhere(user, requirement.AtLeast) ? ProblemCodes.Forbidden
            : office is null ? null
            : ProblemCodes.UnknownOffice;
    }

    private static string? OfficeOf(object? resource) => resource switch
    {
        HttpContext http => http.GetRouteValue("office") as string,
        HubInvocationContext hub when hub.Context.Items.TryGetValue(OfficeItem, out var office) => office as string ?? "",
        _ => "",
    };
}
