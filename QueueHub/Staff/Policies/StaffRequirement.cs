using Microsoft.AspNetCore.Authorization;
using QueueHub.Contracts.Staff;

namespace QueueHub.Staff.Policies;

/// <summary>What somebody must be.</summary>
/// <param name="AtLeast">This role or a higher one.</param>
/// <param name="Where">And where they must have it.</param>
internal sealed record StaffRequirement(StaffRole AtLeast, StaffPlace Where) : IAuthorizationRequirement;

/// <summary>Where a role must be held.</summary>
internal enum StaffPlace
{
    /// <summary>At the office the request is about: the route's <c>office</c>, or where the console is attached. At any office where it is about none.</summary>
    Office,

    /// <summary>At every office of the district.</summary>
    District,
}
