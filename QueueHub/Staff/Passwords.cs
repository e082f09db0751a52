using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace QueueHub.Staff;

/// <summary>Hashes and checks passwords (PBKDF2 with HMAC-SHA512, a salt each).</summary>
internal sealed class Passwords
{
    // OWASP's figure for this function (2023).
    private const int Iterations = 210_000;
    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly Lazy<string> _decoy;

    public Passwords() => _decoy = new Lazy<string>(() => Hash(Guid.NewGuid().ToString()));

    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    public bool Fits(string hash, string password) => _hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Takes as long as a real check: how long a refusal takes must not tell which names exist.</summary>
    public void Pretend(string password) => Fits(_decoy.Value, password);
}
