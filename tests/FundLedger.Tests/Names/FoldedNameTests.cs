using FundLedger.Names;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Names;

public class FoldedNameTests
{
    [Theory]
    [InlineData("Côte d'Ivoire", "cotedivoire")]
    [InlineData("COTE D’IVOIRE", "cotedivoire")]
    [InlineData("The Gambia", "gambia")]
    [InlineData("Gambia (the)", "gambia")]
    [InlineData("Netherlands (Kingdom of the)", "netherlandskingdomof")]
    [InlineData("Theatre for the Theban", "theatrefortheban")]
    [InlineData("Trinidad & Tobago", "trinidadandtobago")]
    [InlineData("  Saint-Kitts\t et  Nevis.", "saintkittsetnevis")]
    [InlineData("Straße Łódź Ørsted Œuvre", "strasselodzorstedoeuvre")]
    [InlineData("İstanbul ırmak", "istanbulirmak")]
    [InlineData("Ｆｏｒｄ", "ford")]
    [InlineData("the", "")]
    [InlineData("—!", "")]
    [InlineData("", "")]
    [InlineData("日本財団", "日本財団")]
    public void Names_fold_to_their_letters_and_digits(string name, string folded) =>
        FoldedName.Of(name).ShouldBe(folded);

    [Theory]
    [InlineData("germany", "germany", 0)]
    [InlineData("germnay", "germany", 1)]
    [InlineData("germny", "germany", 1)]
    [InlineData("swizterlnd", "switzerland", 2)]
    [InlineData("abcdef", "uvwxyz", 4)]
    public void A_distance_counts_slips_and_gives_up_beyond_its_limit(string one, string other, int distance)
    {
        Remoteness(one, other).ShouldBe(distance);
        Remoteness(other, one).ShouldBe(distance);
    }

    static int Remoteness(string one, string other) => NameDistance.Between(one, other, 3);
}
