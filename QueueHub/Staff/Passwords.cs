using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace QueueHub.Staff;

/// <summary>Hashes and checks passwords (PBKDF2 with HMAC-SHA512, a salt each).</summary>
internal sealed class Passwords
{
    /// <summary>OWASP's figure for this function (2023).</summary>
    public const int Iterations = 210_000;

    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher;
    private readonly Lazy<string> _decoy;

    /// <param name="iterations">Tests make hundreds of hubs with people of their own, and fewer do for them.</param>
    public Passwords(int iterations = Iterations)
    {
        _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        _decoy = new Lazy<string>(() => Hash(Guid.NewGuid().ToString()));
    }

    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    public bool Fits(string hash, string password) => _hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Takes as long as a real check: how long a refusal takes must not tell which names exist.</summary>
    public void Pretend(string password) => Fits(_decoy.Value, password);
}
