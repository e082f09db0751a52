using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace QueueHub.TestSupport;

/// <summary>
/// An OpenID Connect provider on this machine: discovery, authorization code with PKCE, id tokens signed with a key of its own. Whoever comes is signed in at
/// once as <see cref="User"/>.
/// </summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "queuehub";
    public const string ClientSecret = "not-told-to-browsers";

    private readonly ConcurrentDictionary<string, Grant> _grants = new();
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly WebApplication _app;

    private OpenIdProvider(WebApplication app)
    {
        _app = app;
        Key = new RsaSecurityKey(_rsa) { KeyId = "1" };
    }

    /// <summary>Its address and its name.</summary>
    public string Issuer => _app.Urls.First();

    /// <summary>Who is signed in there.</summary>
    public string User { get; set; } = "kim";

    /// <summary>Connections are cut.</summary>
    public bool IsDown { get; set; }

    /// <summary>The person does not agree.</summary>
    public bool Declines { get; set; }

    /// <summary>What is wrong with its id tokens.</summary>
    public Action<SecurityTokenDescriptor> Spoil { get; set; } = _ => { };

    /// <summary>The key of its id tokens.</summary>
    public RsaSecurityKey Key { get; }

    /// <summary>Starts it on a port of its own.</summary>
    public static async Task<OpenIdProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new OpenIdProvider(app);
        app.Use((http, next) =>
        {
            if (!provider.IsDown)
            {
                return next(http);
            }

            http.Abort();
            return Task.CompletedTask;
        });
        app.MapGet("/.well-known/openid-configuration", provider.Discovery);
        app.MapGet("/keys", provider.Keys);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", (Delegate)provider.TokenAsync);
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private IResult Discovery() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = $"{Issuer}/authorize",
        ["token_endpoint"] = $"{Issuer}/token",
        ["jwks_uri"] = $"{Issuer}/keys",
        ["response_types_supported"] = new[] { "code" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        ["code_challenge_methods_supported"] = new[] { "S256" },
    });

    private IResult Keys()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return Results.Json(new
        {
            keys = new[]
            {
                new { kty = "RSA", use = "sig", alg = "RS256", kid = Key.KeyId, n = WebEncoders.Base64UrlEncode(key.Modulus!), e = WebEncoders.Base64UrlEncode(key.Exponent!) },
            },
        });
    }

    private IResult Authorize(HttpContext http)
    {
        var asked = http.Request.Query;
        if (asked["client_id"] != ClientId || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256"
            || !$"{asked["scope"]}".Split(' ').Contains("openid") || asked["state"].Count != 1 || asked["nonce"].Count != 1)
        {
            return Results.BadRequest();
        }

        var back = $"{asked["redirect_uri"]}";
        if (Declines)
        {
            return Results.Redirect(QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = asked["state"] }));
        }

        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _grants[code] = new Grant(back, $"{asked["code_challenge"]}", $"{asked["nonce"]}", User);
        return Results.Redirect(QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var sent = await http.Request.ReadFormAsync();
        var proof = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes($"{sent["code_verifier"]}")));
        if (sent["grant_type"] != "authorization_code" || sent["client_id"] != ClientId || sent["client_secret"] != ClientSecret
            || !_grants.TryRemove($"{sent["code"]}", out var grant) || grant.RedirectUri != sent["redirect_uri"] || grant.Challenge != proof)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var now = DateTime.UtcNow;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = "1001", ["nonce"] = grant.Nonce, ["preferred_username"] = grant.User },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
        Spoil(token);
        return Results.Json(new
        {
            access_token = "worth-nothing",
            token_type = "Bearer",
            expires_in = 300,
            id_token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token),
        });
    }

    private sealed record Grant(string RedirectUri, string Challenge, string Nonce, string User);
}
