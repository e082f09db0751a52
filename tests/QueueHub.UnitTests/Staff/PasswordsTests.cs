using System.Buffers.Binary;
using QueueHub.Staff;

namespace QueueHub.UnitTests.Staff;

/// <summary>Passwords are kept so that guessing them is slow.</summary>
public class PasswordsTests
{
    // Where the format of ASP.NET's hashes says how often (version 3: marker, function, iterations, …).
    private const int IterationsAt = 5;

    [Fact]
    public void Outside_of_tests_a_password_is_hashed_as_often_as_is_advised()
    {
        var hash = Convert.FromBase64String(new Passwords().Hash("correct horse"));

        Assert.Equal((1, 210_000u), (hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(IterationsAt))));
    }

    [Fact]
    public void A_password_fits_its_own_hash_alone_and_each_hash_is_another()
    {
        var passwords = new Passwords(iterations: 1_000);
        var hash = passwords.Hash("correct horse");

        Assert.True(passwords.Fits(hash, "correct horse"));
        Assert.False(passwords.Fits(hash, "correct hors"));
        Assert.NotEqual(hash, passwords.Hash("correct horse"));
    }
}
