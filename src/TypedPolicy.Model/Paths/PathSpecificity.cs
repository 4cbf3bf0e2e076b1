namespace TypedPolicy.Model.Paths;

/// <summary>What libsepol orders file contexts by: <c>cil_post_fc_fill_data</c> in libsepol/cil/src/cil_post.c.</summary>
internal readonly record struct PathSpecificity(bool HasMetacharacters, int StemLength, int Length)
{
    public static PathSpecificity Of(string text)
    {
        bool metacharacters = false;
        int stem = 0, length = 0;
        for (int i = 0; i < text.Length; i++, length++)
        {
            switch (text[i])
            {
                case '.' or '^' or '$' or '?' or '*' or '+' or '|' or '[' or '(' or '{':
                    metacharacters = true;
                    continue;
                case '\\':
                    i++; // an escape and its character count as one
                    break;
            }

            if (!metacharacters)
            {
                stem++;
            }
        }

        return new(metacharacters, stem, length);
    }
}
