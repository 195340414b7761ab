import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockTime, recordingUrl } from "../../src/reply/recording-url.ts";

describe("the address of a recording at a time", () => {
  it.each([
    ["https://radio.example/talk.mp3", "https://radio.example/talk.mp3#t=754"],
    ["https://radio.example/talk.mp3?a=1&t=3", "https://radio.example/talk.mp3?a=1&t=3#t=754"],
    ["https://radio.example/talk.mp4#track=audio", "https://radio.example/talk.mp4#track=audio&t=754"],
    ["https://radio.example/talk.mp4#t=10,20", "https://radio.example/talk.mp4#t=754"],
    ["https://www.youtube.com/watch?v=abc_DEF-123", "https://www.youtube.com/watch?v=abc_DEF-123&t=754s"],
    ["https://m.youtube.com/watch?v=abc&t=5s&list=x", "https://m.youtube.com/watch?v=abc&t=754s&list=x"],
    ["https://youtu.be/abc", "https://youtu.be/abc?t=754s"],
    ["https://www.youtube-nocookie.com/embed/abc", "https://www.youtube-nocookie.com/embed/abc?start=754"],
    ["https://vimeo.com/1234", "https://vimeo.com/1234#t=754s"],
    ["https://player.vimeo.com/video/1234?h=x", "https://player.vimeo.com/video/1234?h=x#t=754s"],
    ["https://notyoutube.com/watch?v=a", "https://notyoutube.com/watch?v=a#t=754"],
    ["https://app.example/#/episode/7", "https://app.example/#/episode/7"],
    ["https://app.example/#chapter", "https://app.example/#chapter"],
  ])("%s", (media, at) => {
    expect(recordingUrl(media, 754.9)).toBe(at);
  });

  it("is an address in ASCII a button takes, whatever the time", () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.nat(), (typed, at) => {
        const media = new URL(typed).href;
        const url = recordingUrl(media, at);
        expect(url).toMatch(/^[\x21-\x7e]+$/u);
        expect(url.length).toBeLessThanOrEqual(media.length + 20);
        expect(new URL(url).host).toBe(new URL(media).host);
      }),
    );
  });
});

describe("a time", () => {
  it.each([
    [0, "0:00"],
    [-1, "0:00"],
    [9.99, "0:09"],
    [754.2, "12:34"],
    [3599.9, "59:59"],
    [3600, "1:00:00"],
    [3723, "1:02:03"],
    [360_000, "100:00:00"],
  ])("of %d seconds reads %s", (seconds, shown) => {
    expect(clockTime(seconds)).toBe(shown);
  });
});
