namespace TypedPolicy.Refpolicy.Denials;

/// <summary>How much of a log may still be kept, in characters.</summary>
internal sealed class LogRoom(int characters)
{
    private int _left = characters;

    /// <summary>Takes room for texts; false if there is none left.</summary>
    public bool Take(int length)
    {
        if (length > _left)
        {
            return false;
        }

        _left -= length;
        return true;
    }

    /// <summary>Gives room back that was taken.</summary>
    public void Return(int length) => _left += length;
}
