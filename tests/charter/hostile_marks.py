"""Pieces of text that mean something to Markdown, HTML, Word or a terminal; tests join them at random."""

PIECES = (
    r"# | # x |###### |1. |1) |- |+ |* |> |==|---|- - -|***|___|`|```|~~~|~~|**|__|_|\|\\|\`|[|]|(|)|!|$|$$"
    r"|{: .x}|<script>alert(1)</script>|<b>|</b>|</div>|</article>|<!--|-->|<![CDATA[|<?php|&lt;|&#35;|&amp"
    r"|&nbsp;|<a id='idea-1'>|<img src=x onerror=y>|[x](javascript:alert(1))|![x](//a.example/b)"
    r"|[x]: //a.example|[x][1]|[^1]|[[x]]|<http://a.example>|http://a.example|a@a.example"
    r"|klzzwxh:0001|wzxhzdk:0|: | - |'|„|…|...|zwykłe|słowa|w|i|=1+1|@x|a b"
)
MARKUP = PIECES.split("|")
TABLES = ["|", "||", "| --- |", "a | b", '"', '"słowa"']
BREAKS = ["\n", "\n\n", "\r\n", "\t", "\x0b", "\x1c", "\x85", "\u2028"]
CONTROLS = ["\x00", "\x02", "\x03", "\x1b", "\u00ad"]
INVISIBLE = ["\u202e", "\u2066", "\u200f", "\ufeff", "\ufffe", "\ud800", "    ", "\u00a0"]
LETTERS = ["e\u0301\u0301\u0301\u0301", "\U0001f600", "שלום"]

MARKS = [*MARKUP, *TABLES, *BREAKS, *CONTROLS, *INVISIBLE, *LETTERS]
