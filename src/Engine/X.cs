namespace Espalier.Engine; /// <summary>x</summary>
public static class X;
