using System.ComponentModel.DataAnnotations;

namespace QueueHub.Staff.OpenId;

/// <summary>Signing in at the organisation's own provider; section <c>Staff:OpenId</c> of the configuration. Without it there is none.</summary>
public sealed class OpenIdOptions : IValidatableObject
{
    internal const string Section = "Staff:OpenId";

    /// <summary>The issuer, as its discovery document names it.</summary>
    [Required]
    public string Authority { get; set; } = "";

    /// <summary>What this hub is called there.</summary>
    [Required]
    public string ClientId { get; set; } = "";

    /// <summary>Its secret there, if it has one; better in the environment (<c>Staff__OpenId__ClientSecret</c>) than in a file.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The claim of the id token that is the account's name here. It must be one that people cannot choose themselves.</summary>
    [Required]
    public string NameClaim { get; set; } = "preferred_username";

    /// <summary>What stands on the button.</summary>
    [Required]
    public string LabelKo { get; set; } = "통합 로그인";

    /// <summary>And in English.</summary>
    [Required]
    public string LabelEn { get; set; } = "Sign in with your organisation";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
        {
            yield return new ValidationResult($"{Section}:Authority must be an https address (http only on this machine itself).");
        }
    }
}
