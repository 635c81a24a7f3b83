# /// script
# requires-python = ">=3.11"
# dependencies = ["pygame"]
# [tool.toolcrib]
# module = "pypi:pygame"
# ///
"""Each frame asks for events, moves the sprites, and lets groups draw them and find who met whom."""

import os
from pathlib import Path

os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame

PLAYED = {21: pygame.KEYDOWN, 71: pygame.KEYUP}  # when somebody presses the right arrow key


class Thing(pygame.sprite.Sprite):
    def __init__(self, colour: str, place: tuple[int, int], size: tuple[int, int]) -> None:
        super().__init__()
        self.image = pygame.Surface(size, pygame.SRCALPHA)
        self.rect = self.image.get_rect(topleft=place)
        pygame.draw.rect(self.image, colour, self.image.get_rect(), border_radius=10)


pygame.font.init()
screen = pygame.display.set_mode((480, 270))
font = pygame.font.Font(None, 32)
clock = pygame.time.Clock()
basket = Thing("saddlebrown", (40, 220), (60, 30))
trees = [(260, 11), (400, 11), (120, -140), (340, -90)]
apples = pygame.sprite.Group(Thing("crimson", place, (20, 20)) for place in trees)
speed = score = 0

for frame in range(1, 121):
    if frame in PLAYED:
        pygame.event.post(pygame.event.Event(PLAYED[frame], key=pygame.K_RIGHT))
    for event in pygame.event.get():
        if event.type in (pygame.KEYDOWN, pygame.KEYUP) and event.key == pygame.K_RIGHT:
            speed = 4 if event.type == pygame.KEYDOWN else 0
    basket.rect.x += speed
    for apple in apples:
        apple.rect.y += 2
    for _ in pygame.sprite.spritecollide(basket, apples, dokill=True):
        score += 1
        print(f"frame {frame}: at x = {basket.rect.x}, an apple caught, score {score}")
    screen.fill("skyblue")
    screen.fill("forestgreen", (0, 250, 480, 20))
    pygame.sprite.Group(basket, apples).draw(screen)
    screen.blit(font.render(f"Score {score}", True, "midnightblue"), (12, 12))
    pygame.display.flip()
    clock.tick(60)

Path("out").mkdir(exist_ok=True)
pygame.image.save(screen, "out/game.png")
print(f"{frame} frames, score {score}, {len(apples)} apples left")
