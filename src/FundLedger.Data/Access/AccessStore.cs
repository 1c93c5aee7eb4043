using System.Collections.Immutable;

namespace FundLedger.Data.Access;

/// <summary>How a person signs in: the hash of the password, and how often it was missed.</summary>
public sealed record SignIn(string Person, string PasswordHash, DateTimeOffset ChangedAt, int Failures, DateTimeOffset LockedUntil)
{
    public DateTimeOffset? LastAt { get; init; }

    public bool IsLockedAt(DateTimeOffset moment) => moment < LockedUntil;
}

/// <summary>A key by which a program acts for a person; the key itself is not kept, only its hash.</summary>
public sealed record ApiKey(string Id, string Person, string Label, DateTimeOffset MadeAt, string MadeBy, DateTimeOffset? RevokedAt);

/// <summary>
/// Passwords and keys of persons. They are kept beside the journal and change: what a person did stands in the journal,
/// how he came in does not.
/// </summary>
public sealed class AccessStore(Ledger ledger)
{
    /// <summary>A password missed as often locks the person out.</summary>
    public const int MostFailures = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Whether anybody can sign in.</summary>
    public bool HasSignIns => ledger.Single<long>("SELECT COUNT(*) FROM sign_in") > 0;

    public SignIn? SignInOf(string person) =>
        ledger.Single<SignInRow>("SELECT * FROM sign_in WHERE person = @person", new { person })?.ToSignIn();

    /// <summary>Gives a person a password, or another one; who was locked out may come in again.</summary>
    public void SetPassword(string person, string passwordHash) => ledger.Execute("""
        INSERT INTO sign_in (person, password, changed_at, failures, locked_until) VALUES (@person, @passwordHash, @now, 0, 0)
        ON CONFLICT (person) DO UPDATE SET password = @passwordHash, changed_at = @now, failures = 0, locked_until = 0
        """, new { person, passwordHash, now = Now });

    /// <summary>Keeps another hash of the same password: sessions go on.</summary>
    public void Rehash(string person, string passwordHash) => Note(
        "UPDATE sign_in SET password = @passwordHash WHERE person = @person", new { person, passwordHash });

    public void Failed(string person) => Note("""
        UPDATE sign_in SET failures = failures + 1,
            locked_until = CASE WHEN failures + 1 >= @most THEN @until ELSE locked_until END
        WHERE person = @person
        """, new { person, most = MostFailures, until = (ledger.Clock.GetUtcNow() + LockedFor).ToUnixTimeMilliseconds() });

    public void CameIn(string person) => Note(
        "UPDATE sign_in SET failures = 0, locked_until = 0, last_at = @now WHERE person = @person", new { person, now = Now });

    /// <summary>
    /// What is only kept beside coming in is left out where the ledger can only be read: people come in at a standby too, and the
    /// desk's own limit of attempts stands.
    /// </summary>
    void Note(string sql, object values)
    {
        if (ledger.CanWrite) ledger.Execute(sql, values);
    }

    public ImmutableArray<ApiKey> Keys() =>
        [.. ledger.Query<KeyRow>("SELECT * FROM api_key ORDER BY made_at, hash").Select(row => row.ToKey())];

    public void AddKey(byte[] hash, string person, string label, string madeBy) => ledger.Execute("""
        INSERT INTO api_key (hash, person, label, made_at, made_by) VALUES (@hash, @person, @label, @now, @madeBy)
        """, new { hash, person, label, now = Now, madeBy });

    public void RevokeKey(string id) => ledger.Execute(
        "UPDATE api_key SET revoked_at = @now WHERE hash = @hash AND revoked_at IS NULL",
        new { hash = Convert.FromHexString(id), now = Now });

    /// <summary>The person for whom a key that was not revoked acts; none where there is no such key.</summary>
    public string? PersonOfKey(byte[] hash) => ledger.Single<string>(
        "SELECT person FROM api_key WHERE hash = @hash AND revoked_at IS NULL", new { hash });

    long Now => ledger.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    static DateTimeOffset? Moment(long? at) => at is { } moment ? DateTimeOffset.FromUnixTimeMilliseconds(moment) : null;

    sealed class SignInRow
    {
        public string Person { get; init; } = "";
        public string Password { get; init; } = "";
        public long ChangedAt { get; init; }
        public long Failures { get; init; }
        public long LockedUntil { get; init; }
        public long? LastAt { get; init; }

        internal SignIn ToSignIn() => new(Person, Password, Moment(ChangedAt)!.Value, (int)Failures, Moment(LockedUntil)!.Value)
        { LastAt = Moment(LastAt) };
    }

    sealed class KeyRow
    {
        public byte[] Hash { get; init; } = [];
        public string Person { get; init; } = "";
        public string Label { get; init; } = "";
        public long MadeAt { get; init; }
        public string MadeBy { get; init; } = "";
        public long? RevokedAt { get; init; }

        internal ApiKey ToKey() =>
            new(Convert.ToHexString(Hash), Person, Label, Moment(MadeAt)!.Value, MadeBy, Moment(RevokedAt));
    }
}
